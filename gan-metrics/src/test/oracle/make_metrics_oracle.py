#!/usr/bin/env python3
"""Writes the expected numbers of the tests of gan-metrics:  /usr/bin/python3 make_metrics_oracle.py

Precision, recall, density, coverage, MMD² and its jackknife of made-up features by NumPy, straight from the papers'
definitions; images resized by PIL. Features are integers, so distances are exact and equal distances are equal
everywhere. Some vectors occur twice or in both sets, which distinguishes < from ≤. Needs python3-numpy and python3-pil.
"""
import json
from pathlib import Path

import numpy as np
from PIL import Image

OUT = Path(__file__).resolve().parents[1] / "resources/org/gan4j/metrics/metrics-oracle.json"
rng = np.random.default_rng(7)


def distances(a, b):
    return np.sqrt(((a[:, None, :] - b[None, :, :]) ** 2).sum(2))


def radii(x, k):
    return np.array([np.sort(np.delete(row, i))[k - 1] for i, row in enumerate(distances(x, x))])


def prdc(x, y, k_pr, k_dc):
    d = distances(x, y)
    rx, ry, r = radii(x, k_pr), radii(y, k_pr), radii(x, k_dc)
    return {
        "precision": np.mean([any(d[:, j] <= rx) for j in range(len(y))]),
        "recall": np.mean([any(d[i] <= ry) for i in range(len(x))]),
        "density": sum(np.sum(d[:, j] < r) for j in range(len(y))) / k_dc / len(y),
        "coverage": np.mean([any(d[i] < r[i]) for i in range(len(x))]),
    }


def mmd2(x, y):
    def k(a, b):
        return (a @ b.T / a.shape[1] + 1) ** 3
    m, n = len(x), len(y)
    xx, yy = k(x, x), k(y, y)
    return (xx.sum() - np.trace(xx)) / m / (m - 1) + (yy.sum() - np.trace(yy)) / n / (n - 1) - 2 * k(x, y).mean()


def jackknife(x, y):
    """Returns the standard error: the scaled variance of the values with one vector left out; the sets are independent."""
    total = 0
    for values in ([mmd2(np.delete(x, i, 0), y) for i in range(len(x))], [mmd2(x, np.delete(y, i, 0)) for i in range(len(y))]):
        total += np.var(values) * (len(values) - 1)
    return np.sqrt(total)


def features(count, width, shift, scale):
    return np.rint(rng.normal(shift, scale, (count, width)) * 8)


cases = []
for name, n, m, width, shift, scale in [("near", 200, 150, 16, 0.3, 0.9), ("small", 7, 6, 2, 0.1, 1.0), ("far", 60, 80, 5, 2.0, 0.5)]:
    x, y = features(n, width, 0, 1), features(m, width, shift, scale)
    x[1:3] = x[0]
    y[2:4] = x[3:5]
    y[5] = y[4]
    expected = prdc(x, y, 3, 5)
    expected["kernel-distance"] = mmd2(x / 8, y / 8)
    expected["kernel-distance.error"] = jackknife(x / 8, y / 8)
    cases.append({"name": name, "real": x.astype(int).tolist(), "fake": y.astype(int).tolist(),
                  "expected": {key: float(value) for key, value in expected.items()}})

resized = []
for (h, w), (to_h, to_w) in [((5, 7), (11, 9)), ((9, 8), (4, 3)), ((6, 5), (3, 10)), ((28, 28), (5, 28))]:
    image = np.rint(rng.normal(0, 1, (h, w)) * 8).astype(np.float32) / 8
    small = np.asarray(Image.fromarray(image, "F").resize((to_w, to_h), Image.BILINEAR))
    resized.append({"from": image.tolist(), "to": [[round(float(v), 7) for v in row] for row in small]})

OUT.write_text("{\"sets\": [\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) +
               "\n],\n\"resized\": [\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in resized) + "\n]}\n")
for c in cases:
    print(c["name"], c["expected"])
