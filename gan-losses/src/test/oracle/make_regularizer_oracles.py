#!/usr/bin/env python3
"""Writes regularizers.json: values, gradients and next states of regularizers, by PyTorch in float64.

Run:  /usr/bin/python3 make_regularizer_oracles.py      (Debian: apt-get install python3-torch)

Layout and numbers are those of gan-testkit's make_oracles.py. The formulas are written as in the papers, for
  f(x) = tanh(x w1 + b1) w2 + b2   with the features tanh(x w1 + b1)
  G(z) = tanh(tanh(z a + c) b + d)
and the random numbers are those of Philox with the seed 5 and the paths that each regularizer draws from. The gradients
by the parameters of the regularizer's player are also checked by finite differences.
"""
import math
import sys
from pathlib import Path

import torch

sys.path.append(str(Path(__file__).resolve().parents[4] / "gan-testkit/src/test/oracle"))
from make_oracles import case, check_by_differences, data, grads, leaves, philox4x32, write  # noqa: E402

SEED, N, D, H, L = 5, 4, 4, 3, 2
CRITIC = {"w1": data(D, H), "b1": data(H), "w2": data(H, 1), "b2": data(1)}
GENERATOR = {"a": data(L, H), "c": data(H), "b": data(H, D), "d": data(D)}
REAL, Z = data(N, D), data(N, L)
M64 = (1 << 64) - 1


# ---------------------------------------------------------------- random numbers

def mix(z):
    z = (z + 0x9E3779B97F4A7C15) & M64
    z = ((z ^ z >> 30) * 0xBF58476D1CE4E5B9) & M64
    z = ((z ^ z >> 27) * 0x94D049BB133111EB) & M64
    return z ^ z >> 31


def words(path, count, distribution):
    h = 0xCBF29CE484222325
    for byte in path.encode():
        h = ((h ^ byte) * 0x100000001B3) & M64
    key = mix(SEED ^ mix(h))
    blocks = [philox4x32([i, distribution, 0, 0], [key & 0xFFFFFFFF, key >> 32]) for i in range((count + 3) // 4)]
    return [w for block in blocks for w in block]


def uniform(path, *shape):
    count = math.prod(shape)
    return torch.tensor([(w >> 8) * 2.0 ** -24 for w in words(path, count, 0)[:count]]).reshape(shape)


def normal(path, *shape):
    """Box and Muller, rounded to float32."""
    count, values = math.prod(shape), []
    drawn = words(path, count, 1)
    for u, v in zip(drawn[::2], drawn[1::2]):
        radius, angle = math.sqrt(-2 * math.log((u + 1) * 2.0 ** -32)), 2 * math.pi * v * 2.0 ** -32
        values += [radius * math.cos(angle), radius * math.sin(angle)]
    return torch.tensor(values[:count]).to(torch.float32).to(torch.float64).reshape(shape)


# ---------------------------------------------------------------- networks

def features(p, x):
    return torch.tanh(x @ p["w1"] + p["b1"])


def f(p, x):
    return (features(p, x) @ p["w2"] + p["b2"]).squeeze(1)


def g(p, z):
    return torch.tanh(torch.tanh(z @ p["a"] + p["c"]) @ p["b"] + p["d"])


def norms(p, x):
    x = x.detach().clone().requires_grad_()
    with torch.enable_grad():
        gradient, = torch.autograd.grad(f(p, x).sum(), x, create_graph=True)
    return gradient.square().sum(1).sqrt()


# ---------------------------------------------------------------- terms: of the parameters p, the state s and the step

def between():
    eps = uniform("", N, 1)
    return eps * REAL + (1 - eps) * g(GENERATOR, Z)


def gradient_penalty(weight, target, one_sided):
    def term(p, s, step):
        excess = norms(p, between()) - target
        return weight * (excess.clamp(min=0) if one_sided else excess).square().mean(), {}
    return term


def r1(weight):
    return lambda p, s, step: (weight / 2 * norms(p, REAL).square().mean(), {})


def r2(weight):
    return lambda p, s, step: (weight / 2 * norms(p, g(GENERATOR, Z)).square().mean(), {})


def dragan(weight):
    """kodalinaveen3/DRAGAN: X_p = X + 0.5 * X.std() * U, at X + alpha (X_p - X)."""
    def term(p, s, step):
        perturbed = REAL + 0.5 * REAL.std(unbiased=False) * uniform("perturbation", N, D)
        return weight * (norms(p, REAL + uniform("position", N, 1) * (perturbed - REAL)) - 1).square().mean(), {}
    return term


def zero_centered(weight):
    return lambda p, s, step: (weight * norms(p, between()).square().mean(), {})


def drift(weight):
    return lambda p, s, step: (weight * f(p, REAL).square().mean(), {})


def consistency(weight, balanced):
    """T reverses the numbers of a sample."""
    def term(p, s, step):
        batches = [REAL, g(GENERATOR, Z)] if balanced else [REAL]
        return sum(weight * (f(p, x) - f(p, x.flip(1))).square().mean() for x in batches), {}
    return term


def lecam(weight, decay, start):
    """google/lecam-gan: the averages are updated, without gradient, before they are used."""
    def term(p, s, step):
        real, fake = f(p, REAL), f(p, g(GENERATOR, Z))
        d = decay if step >= start else 0.0
        held = term.held or {"real": d * s["real"] + (1 - d) * real.mean().detach(),
                             "fake": d * s["fake"] + (1 - d) * fake.mean().detach()}
        value = (torch.relu(real - held["fake"]).square().mean() + torch.relu(held["real"] - fake).square().mean())
        return (weight if step >= start else 0.0) * value, held
    term.held = None
    return term


def feature_matching(weight):
    return lambda p, s, step: (
        weight * (features(CRITIC, REAL).mean(0) - features(CRITIC, g(p, Z)).mean(0)).square().sum(), {})


def mode_seeking(weight):
    def term(p, s, step):
        other = torch.roll(Z, -1, 0)
        lz = (g(p, other) - g(p, Z)).abs().mean() / (other - Z).abs().mean()
        return weight / (lz + 1e-5), {}
    return term


def path_length(weight, decay):
    def term(p, s, step):
        z = Z.clone().requires_grad_()
        with torch.enable_grad():
            gradient, = torch.autograd.grad((g(p, z) * normal("", N, D)).sum(), z, create_graph=True)
        lengths = gradient.square().sum(1).sqrt()
        mean = s["mean"] + decay * (lengths.mean() - s["mean"])
        return weight * (lengths - mean).square().mean(), {"mean": mean.detach()}
    return term


def orthogonal(weight):
    def term(p, s, step):
        products = [p[k].T @ p[k] for k in ("a", "b")]
        return weight * sum((w * (1 - torch.eye(len(w)))).square().sum() for w in products), {}
    return term


def historical(weight):
    def term(p, s, step):
        t = s["count"]
        value = sum((p[k] - s["mean/" + k]).square().sum() for k in p)
        after = {"mean/" + k: (t * s["mean/" + k] + p[k].detach()) / (t + 1) for k in p}
        return (weight if t > 0 else 0.0) * value, {"count": t + 1, **after}
    return term


def scheduled(term, steps):
    return lambda p, s, step: (term(p, s, step)[0] * (1 + math.cos(math.pi * min(step / steps, 1))) / 2, {})


def known(name, player, term, period=1, step=0, state=None):
    state = {k: torch.tensor(v) if isinstance(v, float) else v for k, v in (state or {}).items()}
    p = leaves(player)
    value, after = term(p, state, step)
    by = dict(zip(p, grads(value, list(p.values()))))
    if hasattr(term, "held"):
        term.held = after
    check_by_differences(lambda moved: term(moved, state, step)[0], player, by, name)
    return case(name, {**CRITIC, **GENERATOR, "real": REAL, "z": Z, **{"state_" + k: v for k, v in state.items()}},
                {"step": step},
                {"penalty": period * value, **{"grad_" + k: period * v for k, v in by.items()},
                 **{"next_" + k: v for k, v in after.items()}})


if __name__ == "__main__":
    means = {"mean/" + k: data(*v.shape) for k, v in CRITIC.items()}
    zeros = {"mean/" + k: torch.zeros_like(v) for k, v in CRITIC.items()}
    write("regularizers.json", [
        known("gradient-penalty", CRITIC, gradient_penalty(10, 1, False)),
        known("gradient-penalty one-sided", CRITIC, gradient_penalty(10, 0.5, True)),
        known("gradient-penalty lazy", CRITIC, gradient_penalty(10, 1, False), period=4),
        known("r1", CRITIC, r1(10)),
        known("r1 lazy", CRITIC, r1(10), period=16),
        known("r2", CRITIC, r2(10)),
        known("r2 lazy", CRITIC, r2(10), period=16),
        known("dragan", CRITIC, dragan(10)),
        known("zero-centered", CRITIC, zero_centered(10)),
        known("consistency", CRITIC, consistency(10, False)),
        known("consistency balanced", CRITIC, consistency(10, True)),
        known("lecam", CRITIC, lecam(0.3, 0.9, 1000), step=1000, state={"real": 0.25, "fake": -0.5}),
        known("lecam early", CRITIC, lecam(0.3, 0.9, 1000), step=999, state={"real": 0.25, "fake": -0.5}),
        known("feature-matching", GENERATOR, feature_matching(1)),
        known("mode-seeking", GENERATOR, mode_seeking(1)),
        known("path-length", GENERATOR, path_length(2, 0.01), period=4, state={"mean": 0.75}),
        known("orthogonal-weights", GENERATOR, orthogonal(1e-4)),
        known("historical-averaging", CRITIC, historical(1), state={"count": 3.0, **means}),
        known("historical-averaging first", CRITIC, historical(1), state={"count": 0.0, **zeros}),
        known("scheduled", CRITIC, scheduled(r1(10), 100_000), step=25_000),
        known("drift", CRITIC, drift(1e-3)),
    ])
