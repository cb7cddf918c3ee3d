#!/usr/bin/python3
"""Judges generated Fashion-MNIST images outside of Gan4J: precision, recall (k = 3) and Frechet distance in PCA-50.

    scripts/data/fetch-fashion-mnist
    ./gan sample RUN --count 1000 --out samples.npy
    docs/figures/outside_judge.py data/fashion-mnist samples.npy

The PCA is fitted on the first 20,000 training images; the reference is 1,000 of the others, and 1,000 more are the row
"real". Needs scikit-learn and SciPy.
"""
import gzip
import pathlib
import sys

import numpy as np
from scipy import linalg
from sklearn.decomposition import PCA

COUNT = 1000
NEIGHBORS = 3


def training_images(folder):
    with gzip.open(pathlib.Path(folder) / "train-images-idx3-ubyte.gz") as file:
        pixels = np.frombuffer(file.read(), np.uint8, offset=16)
    return pixels.reshape(-1, 28 * 28).astype(np.float64) / 255


def squared_distances(x, y):
    return np.maximum((x**2).sum(1)[:, None] + (y**2).sum(1)[None] - 2 * x @ y.T, 0)


def squared_radii(points):
    # the nearest one of its own set is the point itself
    return np.sort(squared_distances(points, points), 1)[:, NEIGHBORS]


def share_within(points, centers):
    return (squared_distances(points, centers) <= squared_radii(centers)[None]).any(1).mean()


def frechet(x, y):
    mean = x.mean(0) - y.mean(0)
    of_x, of_y = np.cov(x.T), np.cov(y.T)
    return mean @ mean + np.trace(of_x + of_y - 2 * np.real(linalg.sqrtm(of_x @ of_y)))


def main(folder, files):
    training = training_images(folder)
    pca = PCA(50, svd_solver="full").fit(training[:20_000])
    reference = pca.transform(training[30_000 : 30_000 + COUNT])
    sets = {"real": training[40_000 : 40_000 + COUNT]}
    for file in files:
        samples = np.load(file)
        sets[file] = (samples.reshape(len(samples), -1).astype(np.float64) + 1) / 2
    for name, images in sets.items():
        points = pca.transform(images[:COUNT])
        print(
            f"{name:40} precision {share_within(points, reference):.3f} recall {share_within(reference, points):.3f}"
            f" frechet {frechet(reference, points):.2f}"
        )


main(sys.argv[1], sys.argv[2:])
