#!/usr/bin/env python3
"""Writes optimizers.json and extragradient.json, by PyTorch in float64.

Run:  /usr/bin/python3 make_optimizer_oracles.py      (Debian: apt-get install python3-torch)

Layout and numbers are those of make_oracles.py: the values of two parameters after each of ten updates. Each update is
also checked against plain Python.
  optimistic-adam  algorithm 1 of arXiv:1711.00141. Adam's steps do not depend on the parameters, so PyTorch's Adam gives them.
  annealed-adam    torch.optim.Adam whose beta2 is set before each update, as brownvc/R3GAN does (arXiv:2501.05441)
  clipped          torch.nn.utils.clip_grad_norm_ before each update of Adam or SGD
extragradient.json has the players of the game min max x y after each of ten steps of the extragradient method
(arXiv:1802.10551, algorithms 2 and 4): both optimizers step, see the gradients there, and step from the point before.
"""
import math

import torch

from make_oracles import case, data, write

UPDATES = 10


def flat(tensors):
    return torch.cat([t.reshape(-1) for t in tensors]).tolist()


def trajectory(start, grads, update, plain):
    """Applies update(p, t) to leaves with gradients, and plain(values, gradients, t) to lists; requires equal values."""
    p = [s.clone().requires_grad_() for s in start]
    mine, history = flat(start), []
    for t in range(1, UPDATES + 1):
        for leaf, g in zip(p, grads):
            leaf.grad = g[t - 1].clone()
        update(p, t)
        mine = plain(mine, flat([g[t - 1] for g in grads]), t)
        assert all(math.isclose(a, b, rel_tol=1e-11, abs_tol=1e-13) for a, b in zip(mine, flat([x.detach() for x in p]))), t
        history.append([leaf.detach().clone() for leaf in p])
    return {"a": torch.stack([h[0] for h in history]), "b": torch.stack([h[1] for h in history])}


class PlainAdam:
    def __init__(self, n):
        self.m, self.v = [0.0] * n, [0.0] * n

    def directions(self, g, t, beta1, beta2, eps):
        self.m = [beta1 * m + (1 - beta1) * d for m, d in zip(self.m, g)]
        self.v = [beta2 * v + (1 - beta2) * d * d for v, d in zip(self.v, g)]
        return [m / (1 - beta1 ** t) / (math.sqrt(v / (1 - beta2 ** t)) + eps) for m, v in zip(self.m, self.v)]


def optimistic(start, grads, s):
    shadow = [x.clone().requires_grad_() for x in start]
    adam = torch.optim.Adam(shadow, lr=s["lr"], betas=(s["beta1"], s["beta2"]), eps=s["eps"])
    last = [torch.zeros_like(x) for x in start]

    def update(p, t):
        before = [x.detach().clone() for x in shadow]
        for x, leaf in zip(shadow, p):
            x.grad = leaf.grad
        adam.step()
        for i, leaf in enumerate(p):
            step = before[i] - shadow[i].detach()
            leaf.data += -2 * step + last[i]
            last[i] = step

    moments, previous = PlainAdam(len(flat(start))), [0.0] * len(flat(start))

    def plain(values, g, t):
        nonlocal previous
        d = moments.directions(g, t, s["beta1"], s["beta2"], s["eps"])
        values = [x - 2 * s["lr"] * now + s["lr"] * was for x, now, was in zip(values, d, previous)]
        previous = d
        return values

    return trajectory(start, grads, update, plain)


def annealed(start, grads, s):
    adam = None

    def beta2(t):
        decay = 0.5 * (1 + math.cos(math.pi * min((t - 1) / s["steps"], 1)))
        return s["beta2"] + (1 - decay) * (s["final_beta2"] - s["beta2"])

    def update(p, t):
        nonlocal adam
        adam = adam or torch.optim.Adam(p, lr=s["lr"], betas=(s["beta1"], s["beta2"]), eps=s["eps"])
        for group in adam.param_groups:
            group["betas"] = s["beta1"], beta2(t)
        adam.step()

    moments = PlainAdam(len(flat(start)))

    def plain(values, g, t):
        return [x - s["lr"] * d for x, d in zip(values, moments.directions(g, t, s["beta1"], beta2(t), s["eps"]))]

    return trajectory(start, grads, update, plain)


def clipped(start, grads, s):
    optimizer = None
    norms = []

    def update(p, t):
        nonlocal optimizer
        if optimizer is None:
            optimizer = (torch.optim.SGD(p, lr=s["lr"], momentum=s["momentum"]) if s["of"] == "sgd" else
                         torch.optim.Adam(p, lr=s["lr"], betas=(s["beta1"], s["beta2"]), eps=s["eps"]))
        norms.append(torch.nn.utils.clip_grad_norm_(p, s["norm"]).item())
        optimizer.step()

    moments, momenta = PlainAdam(len(flat(start))), [0.0] * len(flat(start))

    def plain(values, g, t):
        nonlocal momenta
        factor = min(1.0, s["norm"] / (math.sqrt(sum(d * d for d in g)) + 1e-6))
        g = [d * factor for d in g]
        if s["of"] == "sgd":
            momenta = [s["momentum"] * m + d for m, d in zip(momenta, g)]
            return [x - s["lr"] * m for x, m in zip(values, momenta)]
        return [x - s["lr"] * d for x, d in zip(values, moments.directions(g, t, s["beta1"], s["beta2"], s["eps"]))]

    result = trajectory(start, grads, update, plain)
    assert min(norms) < s["norm"] < max(norms)
    return result


def cases():
    start = [data(3), data(2, 2)]
    grads = [data(UPDATES, 3), data(UPDATES, 2, 2)]
    grads[0][3:6] /= 16
    grads[1][3:6] /= 16
    for name, run, s in [
        ("optimistic-adam", optimistic, dict(lr=0.01, beta1=0.5, beta2=0.9, eps=1e-8)),
        ("optimistic-adam_without_mean", optimistic, dict(lr=0.01, beta1=0.0, beta2=0.99, eps=1e-4)),
        ("annealed-adam", annealed, dict(lr=0.01, beta1=0.5, beta2=0.9, final_beta2=0.99, steps=6, eps=1e-8)),
        ("annealed-adam_of_r3gan", annealed, dict(lr=0.01, beta1=0.0, beta2=0.9, final_beta2=0.99, steps=12, eps=1e-8)),
        ("clipped_adam", clipped, dict(of="adam", norm=1.0, lr=0.01, beta1=0.5, beta2=0.9, eps=1e-8)),
        ("clipped_sgd", clipped, dict(of="sgd", norm=0.5, lr=0.1, momentum=0.9)),
    ]:
        yield case(name, {"a": start[0], "b": start[1], "grads_a": grads[0], "grads_b": grads[1]},
                   {"optimizer": name.split("_")[0], **s}, run(start, grads, s))


def extragradient(name, make):
    x, y = (torch.tensor(v, requires_grad=True) for v in (1.0, 2.0))
    optimizers = [make([x]), make([y])]

    def step():
        x.grad, y.grad = y.detach().clone(), -x.detach().clone()
        for optimizer in optimizers:
            optimizer.step()

    history = []
    for _ in range(UPDATES):
        before = [v.detach().clone() for v in (x, y)]
        step()
        ahead = [v.detach().clone() for v in (x, y)]
        step()
        for v, was, there in zip((x, y), before, ahead):
            v.data += was - there
        history.append(torch.stack([x.detach().clone(), y.detach().clone()]))
    return case(name, {}, {}, {"players": torch.stack(history)})


def games():
    yield extragradient("sgd", lambda p: torch.optim.SGD(p, lr=0.25))
    yield extragradient("momentum", lambda p: torch.optim.SGD(p, lr=0.25, momentum=0.5))
    yield extragradient("adam", lambda p: torch.optim.Adam(p, lr=0.25, betas=(0.5, 0.9), eps=1e-8))


if __name__ == "__main__":
    write("optimizers.json", list(cases()))
    write("extragradient.json", list(games()))
