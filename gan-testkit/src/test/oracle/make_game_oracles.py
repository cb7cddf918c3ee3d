#!/usr/bin/env python3
"""Writes unrolled.json, path-length.json, augmentations.json and weights.json, by PyTorch in float64.

Run:  /usr/bin/python3 make_game_oracles.py      (Debian: apt-get install python3-torch)

Layout and numbers are those of make_oracles.py. Each gradient is also checked by finite differences.
  unrolled       the generator's gradient through three Adam updates of the critic (arXiv:1611.02163)
  path-length    StyleGAN2's penalty over three steps (arXiv:1912.04958), as NVlabs/stylegan2-ada-pytorch computes it
  augmentations  DiffAugment with given numbers (arXiv:2006.10738), as mit-han-lab/data-efficient-gans computes it, and
                 R1 (arXiv:1801.04406) through its translation
  weights        BigGAN's orthogonal regularization (arXiv:1809.11096, equation 3) of weights
"""
import math

import torch
import torch.nn.functional as F

from make_oracles import case, check_by_differences, data, grads, leaves, write


# ---------------------------------------------------------------- unrolled.json

def unrolled(name, updates=3, rate=1.0, bound=None, gamma=0.0):
    """The critic f(x) = x w + b and the generator G(z) = z u + c, with the non-saturating loss."""
    n, lr, beta1, beta2, eps, t0 = 4, 0.05, 0.5, 0.9, 1e-8, 4
    own = {"u": data(2, 2), "c": data(2)}
    critic = {"w": data(2, 1), "b": data(1)}
    m = {k: data(*v.shape) / 4 for k, v in critic.items()}
    v2 = {k: data(*v.shape).square() / 4 for k, v in critic.items()}
    real, z = data(n, 2), data(n, 2)

    def generator_loss(g):
        x = z @ g["u"] + g["c"]
        p = {k: t.clone().requires_grad_() for k, t in critic.items()}
        moments = {k: (m[k], v2[k]) for k in p}
        for t in range(t0 + 1, t0 + 1 + updates):
            def f(samples):
                return (samples @ p["w"] + p["b"]).squeeze(1)
            loss = F.softplus(-f(real)).mean() + F.softplus(f(x)).mean()
            loss = loss + gamma / 2 * p["w"].square().sum()  # R1 of this critic: its gradient is w for each sample
            with torch.enable_grad():
                by = grads(loss, list(p.values()), create_graph=True)
            after = {}
            for (k, old), d in zip(p.items(), by):
                a, b = moments[k]
                a, b = beta1 * a + (1 - beta1) * d, beta2 * b + (1 - beta2) * d * d
                moments[k] = a, b
                step = lr * rate * (a / (1 - beta1 ** t)) / ((b / (1 - beta2 ** t)).sqrt() + eps)
                after[k] = old - step if bound is None else (old - step).clamp(-bound, bound)
            p = after
        return F.softplus(-(x @ p["w"] + p["b"]).squeeze(1)).mean(), p

    g = leaves(own)
    loss, p = generator_loss(g)
    by = dict(zip(g, grads(loss, list(g.values()))))
    check_by_differences(lambda moved: generator_loss(moved)[0], own, by, name)
    settings = {"updates": updates, "lr": lr, "beta1": beta1, "beta2": beta2, "eps": eps, "t": t0, "rate": rate,
                "bound": 0.0 if bound is None else bound, "gamma": gamma}
    inputs = {"real": real, "z": z, **own, **critic, **{"m_" + k: t for k, t in m.items()},
              **{"v_" + k: t for k, t in v2.items()}}
    return case(name, inputs, settings,
                {"loss": loss, **{"grad_" + k: t for k, t in by.items()}, **{"after_" + k: t for k, t in p.items()}})


# ---------------------------------------------------------------- path-length.json

def path_length(name):
    n, c, h, w, latent, decay, weight = 3, 2, 2, 2, 3, 0.25, 2.0
    own = {"a": data(latent, 4), "b": data(4, c * h * w), "d": data(4, c * h * w)}
    z, noise = data(n, latent), data(3, n, c, h, w)

    def lengths_of(p, y):
        x = z.clone().requires_grad_()
        ws = torch.tanh(x @ p["a"])
        if name == "layers":
            ws = torch.stack([ws, 0.5 * ws], dim=1)
            img = torch.tanh(ws[:, 0] @ p["b"] + ws[:, 1] @ p["d"])
        else:
            img = torch.tanh(ws @ p["b"]) + ws @ p["d"] / 4
        img = img.reshape(n, c, h, w)
        by = x if name == "latents" else ws
        with torch.enable_grad():
            pl, = torch.autograd.grad((img * (y / math.sqrt(h * w))).sum(), by, create_graph=True)
        return pl.square().sum(2).mean(1).sqrt() if name == "layers" else pl.square().sum(1).sqrt()

    def penalty(p, y, mean):
        lengths = lengths_of(p, y)
        next_mean = mean + decay * (lengths.mean() - mean)
        return weight * (lengths - next_mean).square().mean(), next_mean

    expected, mean = {}, torch.tensor(0.0)
    for step in range(3):
        p = leaves(own)
        value, next_mean = penalty(p, noise[step], mean)
        by = dict(zip(p, grads(value, list(p.values()))))
        check_by_differences(lambda moved: penalty(moved, noise[step], mean)[0], own, by, (name, step))
        expected |= {f"penalty_{step}": value, f"mean_{step}": next_mean,
                     **{f"grad_{k}_{step}": t for k, t in by.items()}}
        mean = next_mean.detach()
    return case(name, {"z": z, "noise": noise, **own}, {"decay": decay, "weight": weight}, expected)


# ---------------------------------------------------------------- augmentations.json

def translated(x, down, right):
    """DiffAugment's rand_translation with given shifts."""
    n, _, h, w = x.shape
    batch, rows, columns = torch.meshgrid(torch.arange(n), torch.arange(h), torch.arange(w), indexing="ij")
    rows = torch.clamp(rows + down.reshape(-1, 1, 1) + 1, 0, h + 1)
    columns = torch.clamp(columns + right.reshape(-1, 1, 1) + 1, 0, w + 1)
    padded = F.pad(x, [1, 1, 1, 1, 0, 0, 0, 0])
    return padded.permute(0, 2, 3, 1).contiguous()[batch, rows, columns].permute(0, 3, 1, 2)


def cut(x, row, column):
    """DiffAugment's rand_cutout with given centers."""
    n, _, h, w = x.shape
    size = int(h * 0.5 + 0.5), int(w * 0.5 + 0.5)
    batch, rows, columns = torch.meshgrid(torch.arange(n), torch.arange(size[0]), torch.arange(size[1]), indexing="ij")
    rows = torch.clamp(rows + row.reshape(-1, 1, 1) - size[0] // 2, min=0, max=h - 1)
    columns = torch.clamp(columns + column.reshape(-1, 1, 1) - size[1] // 2, min=0, max=w - 1)
    mask = torch.ones(n, h, w)
    mask[batch, rows, columns] = 0
    return x * mask.unsqueeze(1)


def colored(x, brightness, saturation, contrast):
    """DiffAugment's rand_brightness, rand_saturation and rand_contrast with given uniform numbers."""
    x = x + (brightness.reshape(-1, 1, 1, 1) - 0.5)
    mean = x.mean(dim=1, keepdim=True)
    x = (x - mean) * (saturation.reshape(-1, 1, 1, 1) * 2) + mean
    mean = x.mean(dim=[1, 2, 3], keepdim=True)
    return (x - mean) * (contrast.reshape(-1, 1, 1, 1) + 0.5) + mean


def augmented(name, x, change, numbers, gamma=0.5):
    """The changed samples, and R1 through the change for the critic f(x) = tanh(x A) w."""
    n = x.shape[0]
    own = {"a": data(x[0].numel(), 3), "w": data(3)}

    def r1(p):
        samples = x.clone().requires_grad_()
        scores = torch.tanh(change(samples, **numbers).reshape(n, -1) @ p["a"]) @ p["w"]
        with torch.enable_grad():
            g, = torch.autograd.grad(scores.sum(), samples, create_graph=True)
        return gamma / 2 * g.square().sum([1, 2, 3]).mean()

    p = leaves(own)
    value = r1(p)
    by = dict(zip(p, grads(value, list(p.values()))))
    check_by_differences(r1, own, by, name)
    return case(name, {"x": x, **{k: t.double() for k, t in numbers.items()}, **own}, {"gamma": gamma},
                {"changed": change(x, **numbers), "r1": value, **{"grad_" + k: t for k, t in by.items()}})


def augmentations():
    def u(*shape):
        return data(*shape) / 3 + 0.5

    return [
        augmented("translation", data(3, 2, 4, 5), translated,
                  {"down": torch.tensor([1, -2, 0]), "right": torch.tensor([-1, 2, 5])}),
        augmented("cutout_even", data(3, 2, 4, 8), cut,
                  {"row": torch.tensor([0, 2, 4]), "column": torch.tensor([8, 3, 0])}),
        augmented("cutout_odd", data(3, 1, 5, 6), cut,
                  {"row": torch.tensor([0, 4, 2]), "column": torch.tensor([5, 0, 3])}),
        augmented("color", data(3, 3, 2, 3), colored,
                  {"brightness": u(3), "saturation": u(3), "contrast": u(3)}),
    ]


# ---------------------------------------------------------------- weights.json

def orthogonal():
    own = {"linear": data(3, 4), "conv": data(3, 2, 2, 2), "transposed": data(2, 3, 2, 2), "bias": data(3)}
    outputs = {"linear": 1, "conv": 0, "transposed": 1}
    strength = 1e-4

    def penalty(p):
        total = torch.tensor(0.0)
        for name, axis in outputs.items():
            w = p[name].transpose(0, axis)
            w = w.reshape(w.shape[0], -1)
            gram = w @ w.T
            total = total + (gram * (1 - torch.eye(w.shape[0]))).square().sum()
        return strength * total

    p = leaves(own)
    value = penalty(p)
    by = dict(zip(p, grads(value, list(p.values()))))
    check_by_differences(penalty, own, by, "orthogonal")
    return case("orthogonal", own, {"weight": strength, **{"outputs_" + k: a for k, a in outputs.items()}},
                {"penalty": value, **{"grad_" + k: t for k, t in by.items()}})


if __name__ == "__main__":
    write("unrolled.json", [unrolled("adam"), unrolled("one_update", updates=1),
                            unrolled("scheduled_and_clipped", rate=0.75, bound=0.5),
                            unrolled("penalized", gamma=0.5)])
    write("path-length.json", [path_length("w"), path_length("latents"), path_length("layers")])
    write("augmentations.json", augmentations())
    write("weights.json", [orthogonal()])
