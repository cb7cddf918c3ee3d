#!/usr/bin/env python3
"""Writes the expected numbers of the statistics of ratings:  /usr/bin/python3 make_rating_oracle.py

Quantiles of Student's t and Wilson's intervals by SciPy; the variance of a mean by the two-way analysis of variance, with
NumPy; Krippendorff's alpha from the definition over all pairs of ratings. With the argument "coverage" it prints instead how
often the interval of 95 % holds the true mean, the table of docs/rating.md. Needs python3-scipy.
"""
import json
import sys
from pathlib import Path

import numpy as np
from scipy import optimize, stats

OUT = Path(__file__).resolve().parents[1] / "resources/org/gan4j/cli/rating/statistics/rating-oracle.json"
rng = np.random.default_rng(11)


def crossed(y):
    """Returns mean, variance and degrees of freedom of the mean of y [..., raters, items], by mean squares."""
    raters, items = y.shape[-2:]
    mean = y.mean((-2, -1), keepdims=True)
    by_rater, by_item = y.mean(-1, keepdims=True), y.mean(-2, keepdims=True)
    ms_r = items * ((by_rater - mean) ** 2).sum((-2, -1)) / (raters - 1)
    ms_i = raters * ((by_item - mean) ** 2).sum((-2, -1)) / (items - 1)
    free = (raters - 1) * (items - 1)
    ms_e = ((y - by_rater - by_item + mean) ** 2).sum((-2, -1)) / free
    total = np.maximum(ms_r - ms_e, 0) + np.maximum(ms_i - ms_e, 0) + ms_e
    weights = ms_r**2 / (raters - 1) + ms_i**2 / (items - 1) + ms_e**2 / free
    return mean[..., 0, 0], total / (raters * items), total**2 / weights


def quantile(degrees):
    """Solved for, since the ppf of SciPy 1.10 is exact to 1e-9 only."""
    return optimize.brentq(lambda t: stats.t.sf(t, degrees) - 0.025, 1, 100, xtol=1e-13)


def alpha(units, distance):
    """Krippendorff's alpha of lists of ratings, one list per unit, from pairs."""
    units = [unit for unit in units if len(unit) > 1]
    everything = [value for unit in units for value in unit]
    n = len(everything)
    observed = sum(
        distance(a, b, everything) / (len(unit) - 1)
        for unit in units for i, a in enumerate(unit) for j, b in enumerate(unit) if i != j) / n
    expected = sum(
        distance(a, b, everything)
        for i, a in enumerate(everything) for j, b in enumerate(everything) if i != j) / (n * (n - 1))
    return 1 - observed / expected


def nominal(a, b, everything):
    return float(a != b)


def ordinal(a, b, everything):
    low, high = min(a, b), max(a, b)
    between = sum(low <= value <= high for value in everything)
    return 0.0 if a == b else (between - (everything.count(a) + everything.count(b)) / 2) ** 2


def coverage():
    trials = 20000
    cases = {"even": (0.4, 0.6, 0.6), "raters differ": (0.8, 0.4, 0.6), "items differ": (0.2, 1, 0.6)}
    for name, (rater, item, rest) in cases.items():
        for raters in (2, 3, 5, 10, 20):
            y = (3 + rater * rng.standard_normal((trials, raters, 1)) + item * rng.standard_normal((trials, 1, 20))
                 + rest * rng.standard_normal((trials, raters, 20)))
            y = np.clip(np.round(y), 1, 5)
            truth = 3  # by symmetry
            mean, variance, degrees = crossed(y)
            ours = np.abs(mean - truth) <= stats.t.ppf(0.975, degrees) * np.sqrt(variance)
            flat = y.reshape(trials, -1)
            error = flat.std(1, ddof=1) / np.sqrt(flat.shape[1])  # as if all ratings were independent
            plain = np.abs(mean - truth) <= stats.t.ppf(0.975, flat.shape[1] - 1) * error
            print(f"{name:14} {raters:3} raters  crossed {100 * ours.mean():.1f} %  plain {100 * plain.mean():.1f} %")


def wilson(share, count):
    z = stats.norm.ppf(0.975)
    square = z * z / count
    half = z * np.sqrt(share * (1 - share) / count + square / (4 * count)) / (1 + square)
    middle = (share + square / 2) / (1 + square)
    return middle - half, middle + half


def shares():
    trials, items = 20000, 20
    for center, rater, item in ((0, 0.3, 0.5), (0, 0.6, 0.5), (-1, 0.4, 0.6), (-1.8, 0.4, 0.6), (0, 0.2, 1)):
        truth = stats.norm.cdf(center / np.sqrt(1 + rater**2 + item**2))
        for raters in (2, 3, 5, 10):
            lean = center + rater * rng.standard_normal((trials, raters, 1)) + item * rng.standard_normal((trials, 1, items))
            y = (lean + rng.standard_normal((trials, raters, items)) > 0).astype(float)
            p, variance, degrees = crossed(y)
            count = np.full(trials, raters * items, float)
            known = (variance > 0) & (p > 0) & (p < 1)
            ratio = stats.norm.ppf(0.975) / stats.t.ppf(0.975, degrees[known])
            fewer = count.copy()
            fewer[known] = np.minimum(count[known], (p * (1 - p) / variance)[known] * ratio**2)
            ours, plain = (100 * np.mean((low <= truth) & (truth <= high)) for low, high in (wilson(p, fewer), wilson(p, count)))
            print(f"share {truth:.2f} ({rater}, {item}) {raters:3} raters  crossed {ours:.1f} %  plain {plain:.1f} %")


if sys.argv[1:] == ["coverage"]:
    np.seterr(invalid="ignore")  # no spread, no degrees of freedom
    coverage()
    shares()
    sys.exit()

full = np.clip(np.round(3 + rng.normal(0, 0.6, (4, 1)) + rng.normal(0, 0.8, (1, 7)) + rng.normal(0, 0.7, (4, 7))), 1, 5)
holes = rng.random((6, 15)) < 0.25
scores = np.clip(np.round(3 + rng.normal(0, 0.9, (1, 15)) + rng.normal(0, 0.7, (6, 15))), 1, 5)
scores[holes] = 0
units = [[int(value) for value in column if value] for column in scores.T]
mean, variance, degrees = crossed(full)
oracle = {
    "t": [{"degrees": v, "quantile": quantile(v)} for v in (1, 1.7, 2, 4.5, 10, 47.3, 1000)],
    "wilson": [
        {"hits": hits, "count": count, "low": float(ci.low), "high": float(ci.high)}
        for hits, count in ((0, 20), (1, 29), (15, 148), (81, 263), (7, 7))
        for ci in [stats.binomtest(hits, count).proportion_ci(method="wilson")]],
    "crossed": {
        "ratings": full.tolist(), "mean": float(mean), "variance": float(variance), "degrees": float(degrees)},
    "alpha": {"ratings": scores.tolist(), "nominal": alpha(units, nominal), "ordinal": alpha(units, ordinal)},
}
OUT.parent.mkdir(parents=True, exist_ok=True)
OUT.write_text(json.dumps(oracle, indent=1) + "\n")
