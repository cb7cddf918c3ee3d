#!/usr/bin/env python3
"""Writes the expected rows of SmoteTest by NumPy, from training.csv:  /usr/bin/python3 make_smote_oracle.py
(Debian: python3-numpy python3-pandas)

SMOTE-NC for the class member = yes (Chawla et al. 2002, section 6.1): the neighbors of each row, and rows for given bases,
neighbors and gaps. All pairs are compared by a plain loop.
"""
import json
from pathlib import Path

import numpy as np
import pandas as pd

OUT = Path(__file__).resolve().parents[1] / "resources/org/gan4j/tables"
NUMBERS, CHOICES = ["age", "income", "joined"], ["city", "member"]
whole = pd.read_csv(OUT / "training.csv", dtype={c: str for c in CHOICES}, keep_default_na=False, na_values={c: [""] for c in NUMBERS})
whole["joined"] = (pd.to_datetime(whole["joined"]) - pd.Timestamp("1970-01-01")).dt.total_seconds()
some = whole[whole["member"] == "yes"].reset_index(drop=True)
numbers = some[NUMBERS].to_numpy(float)
scaled = numbers / np.nanstd(whole[NUMBERS].to_numpy(float), axis=0)
penalty = np.median(np.nanstd(scaled, axis=0)) ** 2


def distance(i, j):
    sum_ = 0.0
    for a, b in zip(scaled[i], scaled[j]):
        if np.isnan(a) != np.isnan(b):
            sum_ += penalty
        elif not np.isnan(a):
            sum_ += (a - b) ** 2
    return sum_ + penalty * sum(some[c][i] != some[c][j] for c in CHOICES)


def near(i):
    others = [j for j in range(len(some)) if j != i]
    return sorted(others, key=lambda j: distance(i, j))[:5]


def majority(column, rows):
    words = [some[column][row] for row in rows]
    return max(words, key=words.count)  # the first of equally frequent ones


def made(base, other, gap):
    between = numbers[base] + gap * (numbers[other] - numbers[base])
    return [None if np.isnan(x) else float(x) for x in np.where(np.isnan(between), numbers[base], between)]


rng = np.random.default_rng(3)
bases = rng.integers(0, len(some), 25).tolist()
others = [near(i)[rng.integers(5)] for i in bases]
gaps = np.round(rng.random(25), 3).tolist()
json.dump(
    {
        "penalty": float(penalty),
        "neighbors": [near(i) for i in range(len(some))],
        "bases": bases,
        "others": others,
        "gaps": gaps,
        "numbers": [made(*each) for each in zip(bases, others, gaps)],
        "city": [majority("city", near(i)) for i in bases],
    },
    open(OUT / "smote.json", "w"),
    indent=1,
)
print(sum(np.isnan(numbers).any(axis=1)), "rows of", len(some), "lack a number;", sum(1 for r in bases if np.isnan(numbers[r]).any()), "bases do")
