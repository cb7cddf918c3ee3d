#!/usr/bin/env python3
"""Writes the expected numbers of distances, diversity and class scores:  /usr/bin/python3 make_score_oracle.py

The features are those of make_metrics_oracle.py, divided by 8; the probabilities are made up here. Fréchet distance by
SciPy's matrix square root, MMD as in CMMD's code, sliced Wasserstein distances of 10,000 directions, Vendi score by NumPy as the package vendi_score computes it, inception score as in its paper's code;
standard errors by derivatives by the weights of samples. Needs python3-numpy and python3-scipy.
"""
import json
from pathlib import Path

import numpy as np
from scipy.linalg import sqrtm

RESOURCES = Path(__file__).resolve().parents[1] / "resources/org/gan4j/metrics"
rng = np.random.default_rng(20)


def frechet(x, y, wx=None, wy=None):
    c, d = (np.atleast_2d(np.cov(z, rowvar=False, bias=w is not None, aweights=w)) for z, w in ((x, wx), (y, wy)))
    distance = np.average(x, 0, wx) - np.average(y, 0, wy)
    return (distance ** 2).sum() + np.trace(c + d - 2 * sqrtm(c @ d).real)


def vendi(x, w=None):
    x = x / np.linalg.norm(x, axis=1, keepdims=True)
    w = np.full(len(x), 1 / len(x)) if w is None else w
    values = np.linalg.eigvalsh((x.T * w) @ x)
    values = values[values > 1e-12]
    return np.exp(-(values * np.log(values)).sum())


def cmmd(x, y, wx=None, wy=None):
    x, y = (z / np.linalg.norm(z, axis=1, keepdims=True) for z in (x, y))
    wx, wy = (np.full(len(z), 1 / len(z)) if w is None else w for z, w in ((x, wx), (y, wy)))

    def k(a, b):
        return np.exp(-((a[:, None] - b[None]) ** 2).sum(2) / 200)
    return 1000 * (wx @ k(x, x) @ wx + wy @ k(y, y) @ wy - 2 * wx @ k(x, y) @ wy)


def mind(x, y, projections):
    """Returns the mean and the standard deviation over projections."""
    theta = rng.normal(size=(x.shape[1], projections))
    theta /= np.linalg.norm(theta, axis=0)
    along = (np.repeat(np.sort(a @ theta, 0), len(b), 0) for a, b in ((x, y), (y, x)))
    costs = 3 * x.shape[1] * ((next(along) - next(along)) ** 2).mean(0)
    return costs.mean(), costs.std()


def inception(p):
    return np.exp((p * np.log(p / p.mean(0))).sum(1).mean())


def error(measure, *sides):
    """Returns the standard error: the spread of the derivatives by the weight of one sample."""
    total, step = 0, 1e-5
    for side, rows in enumerate(sides):
        changes = []
        for i in range(len(rows)):
            values = []
            for sign in (-1, 1):
                weights = [np.full(len(r), 1 / len(r)) for r in sides]
                weights[side] = weights[side] * (1 - sign * step) + sign * step * (np.arange(len(rows)) == i)
                values.append(measure(*sides, *weights))
            changes.append((values[1] - values[0]) / 2 / step)
        total += np.var(changes, ddof=1) / len(rows)
    return np.sqrt(total)


def probabilities(count, classes, sharpness):
    p = np.round(rng.dirichlet(np.full(classes, sharpness), count), 4) + 1e-4
    return p / p.sum(1, keepdims=True)


sets = []
for case in json.loads((RESOURCES / "metrics-oracle.json").read_text())["sets"]:
    x, y = np.array(case["real"]) / 8, np.array(case["fake"]) / 8
    monge = [np.mean(part) for part in zip(*(mind(x, y, 500) for _ in range(20)))]
    sets.append({"name": case["name"], "frechet": frechet(x, y), "frechet.error": error(frechet, x, y),
                 "cmmd": cmmd(x, y), "cmmd.error": error(cmmd, x, y), "mind": monge[0], "mind.deviation": monge[1],
                 "vendi": vendi(y), "vendi.error": error(vendi, y), "vendi.real": vendi(x)})

p, q = probabilities(64, 5, 0.3), probabilities(60, 5, 0.5)
parts = [inception(p[i * 64 // 10:(i + 1) * 64 // 10]) for i in range(10)]
classes = {"fake": np.round(p, 9).tolist(), "real": np.round(q, 9).tolist(), "inception-score": np.mean(parts),
           "inception-score.error": np.std(parts) / 3, "inception-score.deviation": np.std(parts), "inception-score.whole": inception(p),
           "inception-score.real": np.mean([inception(q[i * 6:(i + 1) * 6]) for i in range(10)])}

(RESOURCES / "score-oracle.json").write_text(json.dumps({"sets": sets, "classes": classes}, indent=1) + "\n")
print(json.dumps(sets, indent=1), {k: v for k, v in classes.items() if "i" in k and not isinstance(v, list)})
