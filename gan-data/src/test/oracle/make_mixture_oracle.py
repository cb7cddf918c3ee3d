#!/usr/bin/env python3
"""Numbers for MixtureFitTest, by scikit-learn's BayesianGaussianMixture (Debian: python3-sklearn 1.2.1).

Its random start is replaced by the one of MixtureFit: the sorted numbers are cut into equal parts.
"""
import json
import pathlib
import warnings

import numpy as np
from sklearn.mixture import BayesianGaussianMixture

warnings.filterwarnings("ignore")


class Fit(BayesianGaussianMixture):
    def _initialize_parameters(self, X, random_state):
        values, inverse, counts = np.unique(X[:, 0], return_inverse=True, return_counts=True)
        middle = np.cumsum(counts) - counts / 2
        part = np.minimum((self.n_components * middle / len(X)).astype(int), self.n_components - 1)
        responsibilities = np.zeros((len(X), self.n_components))
        responsibilities[np.arange(len(X)), part[inverse]] = 1
        self._initialize(X, responsibilities)


def fit(numbers, modes):
    x = np.asarray(numbers, dtype=float)
    shift, unit = x.mean(), x.std()
    mixture = Fit(
        n_components=min(modes, len(np.unique(x))),
        weight_concentration_prior_type="dirichlet_process",
        weight_concentration_prior=0.001,
    ).fit(((x - shift) / unit)[:, None])
    kept = mixture.weights_ > 0.005
    return {
        "modes": modes,
        "steps": int(mixture.n_iter_),
        "weights": mixture.weights_[kept].tolist(),
        "means": (shift + unit * mixture.means_[kept, 0]).tolist(),
        "deviations": (unit * np.sqrt(mixture.covariances_[kept, 0, 0])).tolist(),
    }


rng = np.random.default_rng(5)
cases = {
    "two far modes": np.round(np.concatenate([rng.normal(-50, 3, 150), rng.normal(200, 20, 100)]), 3),
    "whole numbers": rng.poisson(4, 300),
    "one normal": np.round(rng.normal(1e6, 1e-2, 120), 6),
    "skewed": np.round(rng.lognormal(0, 1.5, 250), 4),
    "mostly zero": np.concatenate([np.zeros(180), np.round(rng.normal(5000, 900, 60))]),
}
out = {
    name: {"numbers": numbers.tolist(), **fit(numbers, 10)} for name, numbers in cases.items()
}
file = pathlib.Path(__file__).parents[1] / "resources/org/gan4j/data/tables/mixtures.json"
file.parent.mkdir(parents=True, exist_ok=True)
file.write_text(json.dumps(out) + "\n")
for name, case in out.items():
    print(name, case["steps"], len(case["weights"]), np.round(case["means"], 2), np.round(case["weights"], 3))
