#!/usr/bin/env python3
"""Writes the expected numbers of the tests of privacy and detection:  /usr/bin/python3 make_privacy_oracle.py

Neighbors, AUC, thresholds and logistic regression by scikit-learn, the Mann-Whitney test by SciPy, DeLong's error and
the intervals by NumPy from the papers' definitions. Features are integers, so distances are exact and ties are ties
everywhere; the samples contain three training rows. Needs python3-sklearn and python3-scipy.
"""
import json
from pathlib import Path

import numpy as np
from scipy.stats import mannwhitneyu, norm
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score, roc_curve
from sklearn.neighbors import NearestNeighbors

OUT = Path(__file__).resolve().parents[1] / "resources/org/gan4j/metrics/privacy/privacy-oracle.json"
rng = np.random.default_rng(20)
Z = norm.ppf(0.975)


def nearest(points, among, k=1):
    distances, indices = NearestNeighbors(n_neighbors=k, algorithm="brute").fit(among).kneighbors(points)
    return distances, indices


def rank(first, second):
    y = np.r_[np.ones(len(first)), np.zeros(len(second))]
    u, p = mannwhitneyu(first, second, use_continuity=False, alternative="less", method="asymptotic")
    first, second = np.asarray(first, float), np.asarray(second, float)
    wins = (first[:, None] > second[None, :]) + 0.5 * (first[:, None] == second[None, :])
    error = np.sqrt(wins.mean(1).var(ddof=1) / len(first) + wins.mean(0).var(ddof=1) / len(second))
    return {"auc": roc_auc_score(y, np.r_[first, second]), "error": error, "z": norm.ppf(p)}


def wilson(count, n):
    p = count / n
    center = (p + Z**2 / (2 * n)) / (1 + Z**2 / n)
    half = Z / (1 + Z**2 / n) * np.sqrt(p * (1 - p) / n + Z**2 / (4 * n**2))
    return center - half, center + half


def best(positives, negatives):
    y = np.r_[np.ones(len(positives)), np.zeros(len(negatives))]
    fpr, tpr, thresholds = roc_curve(y, np.r_[positives, negatives], drop_intermediate=False)
    at = np.argmax(np.round(tpr - fpr, 12))
    return thresholds[at] if at > 0 else np.inf, (tpr - fpr)[at]


def attack(members, others):
    right = wrong = 0
    for half in (0, 1):
        threshold, _ = best(members[half::2], others[half::2])
        right += np.sum(members[1 - half :: 2] >= threshold)
        wrong += np.sum(others[1 - half :: 2] >= threshold)
    p, q = right / len(members), wrong / len(others)
    (l1, u1), (l2, u2) = wilson(right, len(members)), wilson(wrong, len(others))
    return {
        "ranks": rank(members, others),
        "largest": best(members, others)[1],
        "advantage": p - q,
        "low": p - q - np.hypot(p - l1, u2 - q),
        "high": p - q + np.hypot(u1 - p, q - l2),
    }


def draw(count, seed):
    return np.random.default_rng(seed).integers(-9, 10, (count, 3)).astype(float)


training, held_out = draw(60, 1), draw(40, 2)
samples = np.r_[draw(30, 3), training[[5, 17, 41]], training[10:20] + [1, 0, 0]]

to_training, rows = nearest(samples, training, 3)
to_held_out, _ = nearest(samples, held_out)
held_to_training, held_rows = nearest(held_out, training)
within_training = np.array([np.sort(np.linalg.norm(training - x, axis=1))[1] for x in training])
members, others = nearest(training, samples)[0][:, 0], nearest(held_out, samples)[0][:, 0]
radius = np.median(np.r_[members, others])


def inside(points):
    return np.array([np.sum(np.linalg.norm(samples - x, axis=1) <= radius) for x in points], float)


def authentic(distances, indices):
    # equally near rows are taken in their order, as NearestNeighbors does not promise
    first = [int(np.argmin(np.linalg.norm(training - x, axis=1))) for x in indices]
    return int(np.sum(distances >= within_training[first]))


def nearer(points):
    """The share of points nearer to training, and its z if the labels of the rows were shuffled."""
    union = np.r_[training, held_out]
    weights = np.zeros(len(union))
    count = 0
    for x in points:
        d = np.linalg.norm(union - x, axis=1)
        first = [np.argmin(d[:60]), 60 + np.argmin(d[60:])]
        if d[first[0]] == d[first[1]]:
            weights[first] += 0.5
            count += 0.5
        else:
            weights[first[int(d[first[1]] < d[first[0]])]] += 1
            count += d[first[0]] < d[first[1]]
    shuffled = np.array([np.sum(weights[rng.permutation(100)[:60]]) for _ in range(200000)])
    exact = np.sqrt(0.6 * 0.4 * np.sum((weights - weights.mean()) ** 2) * 100 / 99)
    assert abs(shuffled.std() - exact) < 0.02, (shuffled.std(), exact)
    return float(count), (count - 0.6 * len(points)) / exact


t, h = to_training[:, 0], to_held_out[:, 0]
real = rng.normal(size=(80, 5)) * [1, 2, 3, 0.1, 1]
fake = rng.normal(size=(70, 5)) * [1, 2, 3, 0.1, 1] + [0.5, 0, 1, 0.05, 0]
real, fake = np.round(real * 64), np.round(fake * 64)
both = np.r_[real, fake]
scaled = (both - both.mean(0)) / both.std(0)
model = LogisticRegression(C=1, solver="newton-cholesky", tol=1e-12, max_iter=10000).fit(scaled, np.r_[np.ones(80), np.zeros(70)])

OUT.parent.mkdir(parents=True, exist_ok=True)
OUT.write_text(
    json.dumps(
        {
            "training": training.tolist(),
            "heldOut": held_out.tolist(),
            "samples": samples.tolist(),
            "toTraining": to_training.tolist(),
            "nearer": nearer(samples)[0],
            "nearerZ": nearer(samples)[1],
            "copying": rank(t, held_to_training[:, 0])["z"],
            "authentic": authentic(t, samples),
            "authenticHeldOut": authentic(held_to_training[:, 0], held_out),
            "duplicates": int(np.sum(t <= held_to_training.min())),
            "expectedDuplicates": len(t) * int(np.sum(held_to_training == held_to_training.min())) / (len(held_out) + 1),
            "byNearest": attack(-members, -others),
            "byNeighborhood": attack(inside(training), inside(held_out)),
            "wilson": [[c, n, *wilson(c, n)] for c, n in ((0, 5), (5, 5), (3, 10), (520, 1000), (1, 1))],
            "real": real.tolist(),
            "fake": fake.tolist(),
            "weights": [*model.coef_[0], model.intercept_[0]],
            "probabilities": model.predict_proba(scaled[:10])[:, 1].tolist(),
        }
    )
    .replace("], [", "],\n[")
    + "\n"
)
