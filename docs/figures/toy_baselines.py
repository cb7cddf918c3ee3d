#!/usr/bin/env python3
"""Prints the trivial baselines of the tables of modes in results.md: samples from one normal distribution with the mean and
deviation of the data, and the mean itself. Formulas as in VEEGAN and PacGAN: a sample within three deviations of the nearest
center is of high quality; a mode with one such sample is covered; reverse KL = sum p log(p / q) over the nearest centers.

Run:  /usr/bin/python3 toy_baselines.py      (Debian: apt-get install python3-numpy)
"""
import numpy as np

SAMPLES, DRAWS = 2500, 10
TOYS = {
    "grid25": (np.array([(x, y) for x in range(-4, 5, 2) for y in range(-4, 5, 2)], float), 0.05),
    "ring8": (np.array([(np.cos(2 * np.pi * i / 8), np.sin(2 * np.pi * i / 8)) for i in range(8)]), 0.01),
}


def scores(samples, centers, deviation):
    distance = np.linalg.norm(samples[:, None] - centers[None], axis=2)
    nearest, good = distance.argmin(1), distance.min(1) <= 3 * deviation
    share = np.bincount(nearest, minlength=len(centers)) / len(samples)
    share = share[share > 0]
    return len(set(nearest[good])), good.mean(), (share * np.log(share * len(centers))).sum()


for name, (centers, deviation) in TOYS.items():
    spread = np.sqrt(centers.var(0) + deviation**2)
    rows = []
    for seed in range(1, DRAWS + 1):
        noise = np.random.default_rng(seed).normal(centers.mean(0), spread, (SAMPLES, 2))
        rows.append(scores(noise, centers, deviation))
    print(name, "one normal distribution: modes, high quality, reverse KL =", np.round(np.mean(rows, 0), 3),
          "±", np.round(np.std(rows, 0, ddof=1), 3))
    print(name, "the mean:", scores(np.repeat(centers.mean(0)[None], SAMPLES, 0), centers, deviation))
