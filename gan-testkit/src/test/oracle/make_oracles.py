#!/usr/bin/env python3
"""Writes the expected numbers ("oracles") that Gan4J's tests compare against.

Run:  /usr/bin/python3 make_oracles.py      (Debian: apt-get install python3-torch)

Everything is computed by PyTorch in float64. Every gradient and optimizer step is also checked
here a second way (finite differences, plain Python) and Philox against its published vectors,
before a file is written. Inputs are dyadic (odd multiples of 1/64, of 1/8 where that keeps a file
short, or those scaled), so exact in float32 too, except some of the optimizer's gradients. Layout:
  {"cases": [{"name", "inputs": {n: {"shape", "values"}}, "settings", "expected": {same}}]}
Values are row-major (C order); a scalar has shape [].
"""
import json
import math
from pathlib import Path

import torch
import torch.nn.functional as F

OUT = Path(__file__).resolve().parents[2] / "main/resources/org/gan4j/testkit/oracle"
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
next_seed = 0


def data(*shape, grid=64):
    """Fixed scrambled odd multiples of 1/grid in (-1.5, 1.5), so never 0; calls continue one sequence."""
    global next_seed
    values = []
    for _ in range(math.prod(shape)):
        next_seed += 1
        h = next_seed * 2654435761 & 0xFFFFFFFF
        h = (h ^ h >> 15) * 2246822519 & 0xFFFFFFFF
        h ^= h >> 13
        n = grid * 3 // 2
        values.append((2 * (h % n) - n + 1) / grid)
    return torch.tensor(values).reshape(shape)


def packed(t):
    return {"shape": list(t.shape), "values": [v + 0.0 for v in t.detach().reshape(-1).tolist()]}


def case(name, inputs, settings, expected):
    return {"name": name, "inputs": {k: packed(v) for k, v in inputs.items()},
            "settings": settings, "expected": {k: packed(v) for k, v in expected.items()}}


def write(file, cases, most=60_000):
    """One tensor per line."""
    def block(d):
        return "{" + ",".join(f"\n   {json.dumps(k)}: " + json.dumps(v, separators=(",", ":"), allow_nan=False)
                              for k, v in d.items()) + "}"
    assert len({c["name"] for c in cases}) == len(cases)
    text = "{\"cases\": [\n" + ",\n".join(
        f' {{"name": {json.dumps(c["name"])},\n  "settings": {json.dumps(c["settings"])},\n'
        f'  "inputs": {block(c["inputs"])},\n  "expected": {block(c["expected"])}}}' for c in cases) + "\n]}\n"
    assert json.loads(text) == {"cases": cases}
    assert len(text) < most, (file, len(text))
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / file).write_text(text, encoding="ascii")
    print(f"{file}: {len(text)} bytes, {len(cases)} cases")


def leaves(tensors):
    return {k: v.detach().clone().requires_grad_() for k, v in tensors.items()}


def grads(scalar, by, create_graph=False):
    """d scalar / d each tensor in `by`, zeros where it does not depend on it."""
    if not scalar.requires_grad:
        return [torch.zeros_like(t) for t in by]
    got = torch.autograd.grad(scalar, by, create_graph=create_graph, allow_unused=True)
    return [torch.zeros_like(t) if g is None else g for g, t in zip(got, by)]


def check_by_differences(f, tensors, expected, what, h=1e-5):
    """Central differences of the scalar function f(tensors) against the expected gradients."""
    for k, g in expected.items():
        for i in range(g.numel()):
            sides = []
            for step in (h, -h):
                moved = leaves(tensors)
                with torch.no_grad():
                    moved[k].view(-1)[i] += step
                sides.append(float(f(moved)))
            slope, want = (sides[0] - sides[1]) / (2 * h), float(g.reshape(-1)[i])
            assert abs(slope - want) <= 1e-6 * max(1, abs(want), abs(sides[0])), (what, k, i, slope, want)


# ---------------------------------------------------------------- ops.json

def op(name, f, inputs, **settings):
    """y = f(inputs); grad_* of sum(y*c); grad2_* of s = sum of the squares of all grad_*."""
    ins = leaves(inputs)
    y = f(**ins)
    c = coarse(*y.shape)

    def loss(t):
        return (f(**t) * c).sum()

    def s(t):
        return sum((g ** 2).sum() for g in grads(loss(t), list(t.values()), create_graph=True))

    first = dict(zip(ins, grads(loss(ins), list(ins.values()))))
    second = dict(zip(ins, grads(s(ins), list(ins.values()))))
    check_by_differences(loss, inputs, first, name)
    check_by_differences(s, inputs, second, name + " second order")
    return case(name, {**inputs, "c": c}, settings,
                {"y": y, **{"grad_" + k: g for k, g in first.items()},
                 **{"grad2_" + k: g for k, g in second.items()}})


def coarse(*shape):
    return data(*shape, grid=8)


def conv(label, x, out, k, stride, padding):
    return op("conv2d_" + label, lambda x, w, b: F.conv2d(x, w, b, stride, padding),
              {"x": coarse(*x), "w": coarse(out, x[1], k, k), "b": coarse(out)},
              op="conv2d", stride=stride, padding=padding)


def conv_transpose(label, x, out, k, stride, padding):
    return op("conv_transpose2d_" + label, lambda x, w, b: F.conv_transpose2d(x, w, b, stride, padding),
              {"x": coarse(*x), "w": coarse(x[1], out, k, k), "b": coarse(out)},
              op="conv_transpose2d", stride=stride, padding=padding, output_padding=0)


def ops():
    zero = data(2, 4, 3)
    zero[0, 1, 2] = 0.0
    distinct = data(2, 5, 3)
    assert all(len(set(col.tolist())) == 5 for col in distinct.transpose(1, 2).reshape(-1, 5))
    return [
        conv("k4_s2_p1_even", (2, 2, 6, 4), 3, 4, 2, 1),
        conv("k4_s2_p1_remainder", (1, 2, 5, 7), 1, 4, 2, 1),
        conv("k3_s1_p1", (2, 2, 3, 4), 3, 3, 1, 1),
        conv("k3_s2_p0_odd", (1, 1, 5, 7), 3, 3, 2, 0),
        conv("k3_s2_p0_remainder", (1, 2, 6, 8), 1, 3, 2, 0),
        conv("k5_s2_p2", (1, 1, 6, 5), 2, 5, 2, 2),
        conv("k1_s1_p0", (2, 3, 2, 3), 2, 1, 1, 0),
        conv_transpose("k4_s2_p1", (2, 3, 2, 3), 2, 4, 2, 1),
        conv_transpose("k3_s1_p1", (1, 3, 3, 2), 2, 3, 1, 1),
        conv_transpose("k4_s1_p0_from_1x1", (2, 3, 1, 1), 2, 4, 1, 0),
        conv_transpose("k3_s2_p1", (1, 2, 3, 4), 3, 3, 2, 1),
        op("matmul_2d", lambda a, b: a @ b, {"a": coarse(3, 4), "b": coarse(4, 2)}, op="matmul"),
        op("matmul_batched", lambda a, b: a @ b, {"a": coarse(2, 3, 4), "b": coarse(2, 4, 2)}, op="matmul"),
        op("softmax_axis1", lambda x: F.softmax(x, 1), {"x": data(2, 4, 3)}, op="softmax", axis=1),
        op("log_softmax_last", lambda x: F.log_softmax(x, -1), {"x": data(2, 2, 4)}, op="log_softmax", axis=-1),
        op("batch_norm_nhw", lambda x, gamma, beta: F.batch_norm(x, None, None, gamma, beta, training=True, eps=1e-5),
           {"x": data(3, 2, 2, 3), "gamma": data(2), "beta": data(2)}, op="batch_norm", axes=[0, 2, 3], eps=1e-5),
        op("layer_norm_chw", lambda x, gamma, beta: F.layer_norm(x, x.shape[1:], gamma, beta, 1e-5),
           {"x": data(2, 2, 2, 3), "gamma": data(2, 2, 3), "beta": data(2, 2, 3)},
           op="layer_norm", axes=[1, 2, 3], eps=1e-5),
        op("leaky_relu", lambda x: F.leaky_relu(x, 0.2), {"x": data(3, 4)}, op="leaky_relu", slope=0.2),
        op("sigmoid", lambda x: torch.sigmoid(x), {"x": data(3, 4)}, op="sigmoid"),
        op("tanh", lambda x: torch.tanh(x), {"x": data(3, 4)}, op="tanh"),
        op("softplus", lambda x: F.softplus(x), {"x": data(3, 4)}, op="softplus"),
        op("prod_axis1_one_zero", lambda x: x.prod(1), {"x": zero}, op="prod", axis=1, keepdim=False),
        op("max_axis1", lambda x: x.max(1).values, {"x": distinct}, op="max", axis=1, keepdim=False),
    ]


# ---------------------------------------------------------------- penalty.json

def mlp(x, w1, b1, w2, b2):
    return F.leaky_relu(x @ w1 + b1, 0.2) @ w2 + b2


def conv_critic(x, w1, b1, w2, b2, w3, b3):
    x = F.leaky_relu(F.conv2d(x, w1, b1, 2, 1), 0.2)
    x = torch.tanh(F.conv2d(x, w2, b2, 2, 1))
    return x.flatten(1) @ w3 + b3


def penalty_of(critic, real, fake, eps, params, weight, target, one_sided):
    e = eps.reshape(-1, *[1] * (real.dim() - 1))
    x_hat = (e * real + (1 - e) * fake).requires_grad_()
    scores = critic(x_hat, **params)
    (g,) = torch.autograd.grad(scores.sum(), x_hat, create_graph=True)
    norms = g.flatten(1).norm(dim=1)
    excess = norms - target
    if one_sided:
        excess = F.relu(excess)
    return weight * (excess ** 2).mean(), norms, scores


def penalties():
    critics = {
        "mlp": (mlp, {"real": data(4, 6), "fake": data(4, 6), "eps": torch.tensor([0.125, 0.625, 0.375, 0.875])},
                {"w1": data(6, 5) / 2, "b1": data(5), "w2": data(5, 1), "b2": data(1)}, {"slope": 0.2}),
        "conv": (conv_critic, {"real": coarse(3, 2, 8, 8), "fake": coarse(3, 2, 8, 8),
                               "eps": torch.tensor([0.25, 0.6875, 0.4375])},
                 {"w1": data(3, 2, 4, 4) / 4, "b1": data(3) / 4, "w2": data(4, 3, 4, 4) / 4, "b2": data(4) / 4,
                  "w3": data(16, 1) * 3 / 8, "b3": data(1)}, {"slope": 0.2, "stride": 2, "padding": 1}),
    }
    kinds = {"weight10_target1": dict(weight=10.0, target=1.0, one_sided=False),
             "weight10_target1_one_sided": dict(weight=10.0, target=1.0, one_sided=True),
             "weight1_target0": dict(weight=1.0, target=0.0, one_sided=False)}
    cases = []
    for c, (critic, samples, params, extra) in critics.items():
        for k, kind in kinds.items():
            p = leaves(params)
            value, norms, scores = penalty_of(critic, **samples, params=p, **kind)
            g = dict(zip(p, grads(value, list(p.values()))))
            assert norms.min() < 0.99 and norms.max() > 1.01, norms  # both sides of the target are tested
            check_by_differences(lambda t: penalty_of(critic, **samples, params=t, **kind)[0],
                                 params, g, (c, k), h=1e-6)
            cases.append(case(f"{c}_{k}", {**samples, **params}, {"critic": c, **kind, **extra},
                              {"penalty": value, "norms": norms, "scores": scores,
                               **{"grad_" + n: t for n, t in g.items()}}))
    return cases


# ---------------------------------------------------------------- adam.json

def plain_adam(p, g, state, t, lr, beta1, beta2, eps):
    m, v = state.get("m", 0.0), state.get("v", 0.0)
    state["m"], state["v"] = m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g * g
    return p - lr * (m / (1 - beta1 ** t)) / (math.sqrt(v / (1 - beta2 ** t)) + eps)


def plain_rmsprop(p, g, state, t, lr, alpha, eps):
    state["v"] = v = alpha * state.get("v", 0.0) + (1 - alpha) * g * g
    return p - lr * g / (math.sqrt(v) + eps)


def plain_sgd(p, g, state, t, lr, momentum):
    state["m"] = m = momentum * state.get("m", 0.0) + g
    return p - lr * m


def optimizers():
    start = torch.tensor([0.5, -1.25, 2.0, 0.0, -0.03125])
    # column 3: small and rounded (1e-6 * odd/64); column 4: zero on two steps, among them the first
    steps = data(10, 5)
    steps[:, 2] *= 16
    steps[:, 3] = torch.tensor([round(v * 1e-6, 9) for v in steps[:, 3].tolist()])
    steps[0, 4] = steps[5, 4] = 0.0
    cases = []
    for name, plain, make, s in [
        ("adam_lr1e-3_b0.5_b0.999", plain_adam, torch.optim.Adam, dict(lr=1e-3, beta1=0.5, beta2=0.999, eps=1e-8)),
        ("adam_lr1e-4_b0_b0.9", plain_adam, torch.optim.Adam, dict(lr=1e-4, beta1=0.0, beta2=0.9, eps=1e-8)),
        ("rmsprop_lr5e-5", plain_rmsprop, torch.optim.RMSprop, dict(lr=5e-5, alpha=0.99, eps=1e-8)),
        ("sgd_momentum0.9", plain_sgd, torch.optim.SGD, dict(lr=0.01, momentum=0.9)),
    ]:
        args = dict(s)
        if "beta1" in args:
            args["betas"] = (args.pop("beta1"), args.pop("beta2"))
        p = start.clone().requires_grad_()
        optimizer = make([p], **args)
        mine, states, history = start.tolist(), [{} for _ in start], []
        for t, g in enumerate(steps, 1):
            p.grad = g.clone()
            optimizer.step()
            history.append(p.detach().clone())
            mine = [plain(v, gi, st, t, **s) for v, gi, st in zip(mine, g.tolist(), states)]
            assert all(math.isclose(a, b, rel_tol=1e-12, abs_tol=1e-15) for a, b in zip(mine, p.tolist())), (name, t)
        cases.append(case(name, {"param": start, "grads": steps}, {"optimizer": name.split("_")[0], **s},
                          {"param": torch.stack(history)}))
    return cases


# ---------------------------------------------------------------- schedules.json

def schedules():
    """The learning rate of each of twelve rounds, where it starts with 1."""
    lr = torch.optim.lr_scheduler
    cases = []
    for name, s, make in [
        ("linear-decay", dict(start=0, to=8, end=0.2), lambda o: lr.LinearLR(o, 1.0, 0.2, total_iters=8)),
        ("linear-decay_late", dict(start=3, to=8, end=0.0), lambda o: lr.LambdaLR(o, lambda t: 1 - min(max(0, t - 3) / 5, 1))),
        ("cosine-decay", dict(rounds=11, end=0.1), lambda o: lr.CosineAnnealingLR(o, 11, eta_min=0.1)),
        ("step-decay", dict(every=4, factor=0.1), lambda o: lr.StepLR(o, 4, gamma=0.1)),
        ("warmup", dict(rounds=5), lambda o: lr.LinearLR(o, 1 / 5, 1.0, total_iters=4)),
    ]:
        optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
        scheduler, rates = make(optimizer), []
        for _ in range(12):
            rates.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            scheduler.step()
        cases.append(case(name, {"round": torch.arange(12.0)}, {"schedule": name.split("_")[0], **s},
                          {"factor": torch.tensor(rates)}))
    return cases


# ---------------------------------------------------------------- philox.json

def philox4x32(counter, key, rounds=10):
    (c0, c1, c2, c3), (k0, k1) = counter, key
    for _ in range(rounds):
        p0, p1 = 0xD2511F53 * c0, 0xCD9E8D57 * c2
        c0, c1, c2, c3 = (p1 >> 32) ^ c1 ^ k0, p1 & 0xFFFFFFFF, (p0 >> 32) ^ c3 ^ k1, p0 & 0xFFFFFFFF
        k0, k1 = (k0 + 0x9E3779B9) & 0xFFFFFFFF, (k1 + 0xBB67AE85) & 0xFFFFFFFF
    return [c0, c1, c2, c3]


PHILOX = {  # counter, key, output: Random123's kat_vectors, philox4x32 10
    "zeros": ("00000000 00000000 00000000 00000000", "00000000 00000000",
              "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
    "ones": ("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff",
             "408f276d 41c83b0e a20bc7c6 6d5451fd"),
    "pi": ("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0",
           "d16cfe09 94fdcceb 5001e420 24126ea1"),
}


def philox():
    cases = []
    for name, words in PHILOX.items():
        counter, key, output = (w.split() for w in words)
        got = philox4x32([int(w, 16) for w in counter], [int(w, 16) for w in key])
        assert got == [int(w, 16) for w in output], (name, [f"{w:08x}" for w in got])
        cases.append({"name": name, "inputs": {"counter": {"shape": [4], "values": counter},
                                               "key": {"shape": [2], "values": key}},
                      "settings": {"rounds": 10, "encoding": "hex"},
                      "expected": {"output": {"shape": [4], "values": output}}})
    return cases


if __name__ == "__main__":
    write("ops.json", ops())
    write("penalty.json", penalties())
    write("adam.json", optimizers())
    write("schedules.json", schedules())
    write("philox.json", philox())
