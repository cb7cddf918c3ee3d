#!/usr/bin/env python3
"""Writes the expected holes of witness complexes:  /usr/bin/python3 make_topology_oracle.py

By GUDHI, with tables of distances between made-up points and landmarks, up to triangles, as in the geometry score's paper;
living times are computed here from GUDHI's intervals. Needs python3-gudhi and python3-numpy.
"""
import json
from pathlib import Path

import gudhi
import numpy as np

OUT = Path(__file__).resolve().parents[1] / "resources/org/gan4j/metrics/topology/topology-oracle.json"
rng = np.random.default_rng(4)


def holes(points, landmarks, largest):
    distances = np.sqrt(((points[:, None] - landmarks[None]) ** 2).sum(2))
    order = np.argsort(distances, 1)
    table = [[[int(j), float(distances[i, j])] for j in row] for i, row in enumerate(order)]
    tree = gudhi.WitnessComplex(nearest_landmark_table=table).create_simplex_tree(max_alpha_square=largest, limit_dimension=2)
    tree.persistence(homology_coeff_field=2, persistence_dim_max=True)
    return sorted([float(b), float(min(d, largest))] for b, d in tree.persistence_intervals_in_dimension(1) if min(d, largest) > b)


def times(intervals, largest, most=6):
    scales = sorted({0, largest, *(s for i in intervals for s in i)})
    result = [0] * most
    for low, high in zip(scales, scales[1:]):
        count = sum(b <= (low + high) / 2 < d for b, d in intervals)
        if count < most:
            result[count] += (high - low) / largest
    return result


cases = []
for name, count, width, marks, largest in [("plane", 80, 2, 12, 0.5), ("space", 120, 3, 16, 0.4), ("dense", 60, 5, 10, 3.0)]:
    points = np.round(rng.normal(size=(count, width)), 3)
    intervals = holes(points, points[:marks], largest)
    assert len(intervals) > 1
    cases.append({"name": name, "points": points.tolist(), "landmarks": marks, "largest": largest, "intervals": intervals,
                  "times": times(intervals, largest)})
OUT.parent.mkdir(exist_ok=True)
OUT.write_text("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]\n")
for c in cases:
    print(c["name"], len(c["intervals"]), c["times"])
