#!/usr/bin/env python3
"""Writes small tables and the expected numbers of the tests of gan-tables:  /usr/bin/python3 make_tables_oracle.py
(Debian: python3-numpy python3-pandas python3-scipy python3-sklearn)

training.csv, held-out.csv, synthetic.csv: rows with numbers, a date, choices and missing values.
oracle.json: the shapes and trends by SciPy and pandas, the distances to the closest rows by NumPy, and the scores of
probabilities by scikit-learn.
"""
import json
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.stats import ks_2samp
from sklearn.metrics import f1_score, roc_auc_score

OUT = Path(__file__).resolve().parents[1] / "resources/org/gan4j/tables"
NUMBERS = ["age", "income", "joined"]
CHOICES = ["city", "member"]
rng = np.random.default_rng(7)


def table(rows, shift):
    age = rng.integers(18, 70, rows)
    income = np.round(20 + 0.5 * age + rng.normal(shift, 8, rows), 2)
    city = rng.choice(["Oslo", "Bergen", "Tromsø"], rows, p=[0.5, 0.3 - shift / 50, 0.2 + shift / 50])
    member = np.where(rng.random(rows) < 0.3 + 0.4 * (age > 45), "yes", "no")
    joined = pd.Timestamp("2020-01-01") + pd.to_timedelta(rng.integers(0, 700 + 20 * shift, rows), unit="D")
    frame = pd.DataFrame({"age": age, "income": income, "city": city, "member": member, "joined": joined.strftime("%Y-%m-%d")})
    frame.loc[rng.random(rows) < 0.1 + shift / 100, "income"] = np.nan
    frame.loc[rng.random(rows) < 0.15, "city"] = np.nan
    return frame


training, held_out, synthetic = table(120, 0), table(120, 0), table(100, 4)
synthetic.iloc[:9] = training.iloc[20:29].values  # copies
synthetic.iloc[9] = held_out.iloc[3].values
for name, frame in {"training": training, "held-out": held_out, "synthetic": synthetic}.items():
    OUT.mkdir(parents=True, exist_ok=True)
    frame.to_csv(OUT / f"{name}.csv", index=False)


def read(name):
    frame = pd.read_csv(OUT / f"{name}.csv", dtype={c: str for c in CHOICES}, keep_default_na=False, na_values=[""])
    frame["joined"] = (pd.to_datetime(frame["joined"]) - pd.Timestamp("1970-01-01")).dt.total_seconds()
    return frame


training, held_out, synthetic = read("training"), read("held-out"), read("synthetic")


def variation(first, second):
    p, q = first.value_counts(normalize=True), second.value_counts(normalize=True)
    return 0.5 * p.subtract(q, fill_value=0).abs().sum()


def shape(column):
    if column in NUMBERS:
        return 1 - ks_2samp(training[column].dropna(), synthetic[column].dropna()).statistic
    return 1 - variation(training[column].fillna("?"), synthetic[column].fillna("?"))


def binned(frame, column):
    if column in CHOICES:
        return frame[column].fillna("?").tolist()
    edges = np.unique(np.quantile(training[column].dropna(), np.arange(1, 10) / 10))
    return np.where(frame[column].isna(), -1, np.searchsorted(edges, frame[column], side="right")).tolist()


def trend(first, second):
    if first in NUMBERS and second in NUMBERS:
        return 1 - abs(training[first].corr(training[second]) - synthetic[first].corr(synthetic[second])) / 2
    pairs = [pd.Series(list(zip(binned(f, first), binned(f, second)))) for f in (training, synthetic)]
    return 1 - variation(*pairs)


def distances(rows, others):
    total = np.zeros((len(rows), len(others)))
    for column in training.columns:
        a, b = rows[column].values[:, None], others[column].values[None]
        if column in NUMBERS:
            low, high = np.quantile(training[column].dropna(), [0.01, 0.99])
            d = np.minimum(1, np.abs(a - b) / (high - low))
            gone, gone_other = np.isnan(a), np.isnan(b)
            d = np.where(gone & gone_other, 0, np.where(gone | gone_other, 1, d))
        else:
            a, b = pd.Series(a[:, 0]).fillna("?").values[:, None], pd.Series(b[0]).fillna("?").values[None]
            d = (a != b).astype(float)
        total += d
    return (total / len(training.columns)).min(axis=1)


columns = list(training.columns)
to_training, to_held_out = distances(synthetic, training), distances(synthetic, held_out)
held_out_to_training = distances(held_out, training)
usual = np.quantile(held_out_to_training, 0.05)


def nearer(some):
    a, b = to_training[some], to_held_out[some]
    return {"count": float((a < b).sum() + 0.5 * (a == b).sum()), "all": int(some.sum())}


near = np.minimum(to_training, to_held_out) <= usual
truth = rng.integers(0, 3, 80)
probabilities = np.round(rng.dirichlet([1, 1, 1], 80) * 0.7 + 0.3 * np.eye(3)[truth], 2)
shares = probabilities / probabilities.sum(axis=1, keepdims=True)
json.dump(
    {
        "shapes": {c: shape(c) for c in columns},
        "missing": {c: [float(training[c].isna().mean()), float(synthetic[c].isna().mean())] for c in columns},
        "pairs": {f"{a}/{b}": trend(a, b) for i, a in enumerate(columns) for b in columns[i + 1 :]},
        "privacy": {
            "nearer": nearer(np.ones(len(synthetic), bool)),
            "near": nearer(near),
            "quantile": float(np.quantile(to_training, 0.05)),
            "quantile-held-out": float(usual),
            "copies": int((to_training == 0).sum()),
            "copies-of-held-out": int((to_held_out == 0).sum()),
        },
        "scores": {
            "truth": truth.tolist(),
            "probabilities": shares.tolist(),
            "macro-f1": f1_score(truth, shares.argmax(axis=1), average="macro"),
            "auc": roc_auc_score(truth, shares, multi_class="ovr", average="macro"),
        },
    },
    open(OUT / "oracle.json", "w"),
    indent=1,
)
