#!/usr/bin/python3
"""Writes the numbers that PixelFeaturesTest expects, by NumPy's eigh: principal components of made-up samples, and their
features, plain and whitened. The samples are sums of waves, single precision; a component's largest number is positive.
"""
import json
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources/org/gan4j/metrics/pixels/pixels-oracle.json"


def samples(count, width):
    n, i = np.arange(count)[:, None], np.arange(1, width + 1)[None, :]
    x = sum(np.sin(0.7 * j * i + 0.31 * j * j * n) / j for j in range(1, 41))
    return (x / 2).astype(np.float32).astype(np.float64)


def components(count, width, kept):
    x = samples(count, width)
    mean = x.mean(0)
    values, vectors = np.linalg.eigh(np.cov(x, rowvar=False))
    values, vectors = values[::-1][:kept], vectors[:, ::-1][:, :kept]
    vectors = vectors * np.sign(vectors[np.abs(vectors).argmax(0), np.arange(kept)])
    features = (x[:3] - mean) @ vectors
    return {
        "share": values.sum() / np.trace(np.cov(x, rowvar=False)),
        "features": features.ravel().tolist(),
        "whitened": (features / np.sqrt(values)).ravel().tolist(),
    }


OUT.parent.mkdir(parents=True, exist_ok=True)
OUT.write_text(json.dumps({"all": components(80, 100, 8), "iterated": components(300, 576, 8)}, indent=1) + "\n")
