#!/usr/bin/env python3
"""Writes the expected numbers of precision and recall curves:  /usr/bin/python3 make_curve_oracle.py

Curves of given histograms, and of k-means by scikit-learn: the mean and deviation over 100 times ten runs, whose spread is
the error of one time. Needs python3-numpy and python3-sklearn.
"""
import json
from pathlib import Path

import numpy as np
from sklearn.cluster import KMeans

OUT = Path(__file__).resolve().parents[1] / "resources/org/gan4j/metrics/clusters/curve-oracle.json"
rng = np.random.default_rng(11)
slopes = np.tan(np.linspace(1e-10, np.pi / 2 - 1e-10, 1001))


def curve(q, p):
    precision = np.minimum(p[None] * slopes[:, None], q[None]).sum(1)
    return precision, precision / slopes


def largest_f(precision, recall, beta):
    return np.max((1 + beta ** 2) * precision * recall / (beta ** 2 * precision + recall + 1e-300))


def clustered(x, y, seed):
    labels = KMeans(20, n_init=1, random_state=seed).fit(np.vstack([x, y])).labels_
    p, q = (np.bincount(part, minlength=20) / len(part) for part in (labels[:len(x)], labels[len(x):]))
    return curve(q, p)


histograms = []
for p, q in [([0.5, 0.5, 0], [0.5, 0, 0.5]), ([0.2, 0.3, 0.5], [0.2, 0.3, 0.5]), ([1, 0], [0, 1]), ([0.1, 0.2, 0.3, 0.4], [0.7, 0.1, 0.1, 0.1])]:
    points = curve(np.array(q, float), np.array(p, float))
    histograms.append({"real": p, "fake": q, "precision": largest_f(*points, 1 / 8), "recall": largest_f(*points, 8)})

centers = rng.normal(size=(6, 3)) * 3
x = np.rint((centers[rng.integers(6, size=400)] + rng.normal(size=(400, 3))) * 10).astype(int)
y = np.rint((centers[rng.integers(4, size=400)] + rng.normal(size=(400, 3)) * 0.8) * 10).astype(int)
numbers = []
for repeat in range(100):
    runs = [clustered(x, y, 10 * repeat + run) for run in range(10)]
    mean = np.mean([r[0] for r in runs], 0), np.mean([r[1] for r in runs], 0)
    numbers.append([largest_f(*mean, 1 / 8), largest_f(*mean, 8)])
numbers = np.array(numbers)
OUT.parent.mkdir(exist_ok=True)
OUT.write_text(json.dumps({
    "histograms": histograms, "real": x.tolist(), "fake": y.tolist(), "precision": numbers[:, 0].mean(), "recall": numbers[:, 1].mean(),
    "precision.deviation": numbers[:, 0].std(), "recall.deviation": numbers[:, 1].std()}) + "\n")
print(histograms, numbers.mean(0), numbers.std(0))
