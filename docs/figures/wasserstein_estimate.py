"""Draws docs/images/wasserstein-estimate.png from the CSV that examples/WassersteinEstimate.java prints.

usage: python3 wasserstein_estimate.py estimate.csv ../images/wasserstein-estimate.png   (needs matplotlib)
"""
import csv
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

rows = list(csv.DictReader(open(sys.argv[1])))
step = [int(row["step"]) for row in rows]
plt.figure(figsize=(7, 3.2), dpi=100)
plt.plot(step, [float(row["distance"]) for row in rows], color="#888888", linewidth=3, label="distance of samples to data")
plt.plot(step, [float(row["estimate"]) for row in rows], color="#c0392b", linewidth=1.2, label="the critic's estimate of it")
plt.xlabel("step")
plt.ylabel("Wasserstein distance")
plt.ylim(bottom=-0.2)
plt.legend(frameon=False)
plt.tight_layout()
plt.savefig(sys.argv[2], metadata={"Software": None})
