#!/usr/bin/env python3
"""Prints the numbers of LatentsTest, by SciPy.

Run:  python3 latents.py      (pip install scipy)
"""
from scipy.stats import norm, truncnorm

QS = [-0.5 + 1e-13, -0.5 + 1e-6, -0.4999, -0.43, -0.425, -0.1, 0.0, 0.3, 0.425, 0.46, 0.49999]
US = [2.0**-25, 0.001, 0.1, 0.5, 0.75, 0.999, 1 - 2.0**-25]

print("quantiles", [float(norm.ppf(0.5 + q) if q < 0 else -norm.ppf(0.5 - q)) for q in QS])
for limit in (0.5, 2.0, 9.0):
    print("truncated at", limit, [float(truncnorm.ppf(u, -limit, limit)) for u in US])
    print("  variance", float(truncnorm.var(-limit, limit)))
