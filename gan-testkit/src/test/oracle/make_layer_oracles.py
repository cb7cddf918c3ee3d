#!/usr/bin/env python3
"""Writes layers.json: what the layers of org.gan4j.architectures must compute, by PyTorch in float64.

Run:  /usr/bin/python3 make_layer_oracles.py      (Debian: apt-get install python3-torch)

Layout, numbers and checks are those of make_oracles.py: y, the gradients of sum(y*c), and the gradients of the sum of
their squares. Resampling is written out, as the papers have it: pixels repeated before a convolution, averaged after.
It also prints the numbers of parameters of SNGAN's networks (arXiv:1802.05957, tables 3 and 4), as torch.nn counts them.
"""
import torch
import torch.nn.functional as F
from torch import nn

from make_oracles import coarse, data, op, write


def up(x):
    return F.interpolate(x, scale_factor=2, mode="nearest")


def down(x):
    return F.avg_pool2d(x, 2)


def norm(x, kind, gamma, beta):
    if kind == "batch":
        return F.batch_norm(x, None, None, gamma.reshape(-1), beta.reshape(-1), training=True, eps=1e-5)
    if kind == "layer":
        return F.layer_norm(x, x.shape[1:], eps=1e-5) * gamma + beta
    return x


def conv(x, w, b):
    return F.conv2d(x, w, b, padding=w.shape[-1] // 2)


def doubling_block(kind):
    def f(x, g1, h1, w1, b1, g2, h2, w2, b2, ws, bs):
        y = conv(up(F.silu(norm(x, kind, g1, h1))), w1, b1)
        y = conv(F.silu(norm(y, kind, g2, h2)), w2, b2)
        return y + conv(up(x), ws, bs)
    return f


def halving_block(kind):
    def f(x, g1, h1, w1, b1, g2, h2, w2, b2, ws, bs):
        y = conv(F.silu(norm(x, kind, g1, h1)), w1, b1)
        y = conv(F.silu(norm(y, kind, g2, h2)), w2, b2)
        return down(y) + down(conv(x, ws, bs))
    return f


def first_block(x, w1, b1, w2, b2, ws, bs):
    return down(conv(F.silu(conv(x, w1, b1)), w2, b2)) + conv(down(x), ws, bs)


def keeping_block(x, w1, b1, w2, b2):
    return x + conv(F.silu(conv(F.silu(x), w1, b1)), w2, b2)


def third(t):
    return t / 4


def weights(i, inner, out):
    return {"w1": third(coarse(inner, i, 3, 3)), "b1": coarse(inner)}, {"w2": third(coarse(out, inner, 3, 3)), "b2": coarse(out)}


def affine(n, c, kind):
    shape = (c, 1, 1) if kind == "layer" else (c,)
    return {"g" + n: coarse(*shape), "h" + n: coarse(*shape)}


def normed_block(label, f, kind, i, inner, out):
    one, two = weights(i, inner, out)
    ins = {"x": coarse(2, i, 2, 4), **affine("1", i, kind), **one, **affine("2", inner, kind), **two,
           "ws": coarse(out, i, 1, 1), "bs": coarse(out)}
    return op(label, f(kind), ins, layer=label, norm=kind)


def blocks():
    one, two = weights(1, 2, 2)
    first = {"x": coarse(2, 1, 2, 4), **one, **two, "ws": coarse(2, 1, 1, 1), "bs": coarse(2)}
    one, two = weights(2, 2, 2)
    return [
        normed_block("doubling_batch", doubling_block, "batch", 2, 1, 1),
        normed_block("halving_layer", halving_block, "layer", 2, 2, 1),
        op("first", first_block, first, layer="first", norm="none"),
        op("keeping", keeping_block, {"x": coarse(1, 2, 2, 3), **one, **two}, layer="keeping", norm="none"),
    ]


def layers():
    return [
        op("maxout_of_vectors", lambda x: x.reshape(3, 5, 2).max(1).values, {"x": data(3, 10)}, layer="maxout", pieces=5),
        op("maxout_of_images", lambda x: x.reshape(2, 2, 2, 2, 3).max(1).values, {"x": data(2, 4, 2, 3)},
           layer="maxout", pieces=2),
        op("nearest_then_3x3", lambda x, w, b: conv(up(x), w, b),
           {"x": coarse(2, 2, 3, 2), "w": coarse(3, 2, 3, 3), "b": coarse(3)}, layer="convolution_doubling", kernel=3),
        op("nearest_then_1x1", lambda x, w, b: conv(up(x), w, b),
           {"x": coarse(2, 2, 3, 2), "w": coarse(3, 2, 1, 1), "b": coarse(3)}, layer="convolution_doubling", kernel=1),
        op("3x3_then_average", lambda x, w, b: down(conv(x, w, b)),
           {"x": coarse(2, 2, 4, 6), "w": coarse(3, 2, 3, 3), "b": coarse(3)}, layer="convolution_halving", kernel=3),
        op("1x1_then_average", lambda x, w, b: down(conv(x, w, b)),
           {"x": coarse(2, 2, 4, 6), "w": coarse(3, 2, 1, 1), "b": coarse(3)}, layer="convolution_halving", kernel=1),
        op("instance_norm", lambda x, g, h: F.instance_norm(x, eps=1e-5) * g + h,
           {"x": data(2, 2, 2, 3), "g": coarse(2, 1, 1), "h": coarse(2, 1, 1)}, layer="instance_norm"),
        op("layer_norm_of_vectors", lambda x, g, h: F.layer_norm(x, (5,), g, h, eps=1e-5),
           {"x": data(3, 5), "g": coarse(5), "h": coarse(5)}, layer="layer_norm_of_vectors"),
        op("elu", lambda x: F.elu(x), {"x": data(9)}, layer="ELU"),
        op("silu", lambda x: F.silu(x), {"x": data(9)}, layer="SILU"),
        op("softplus", lambda x: F.softplus(x), {"x": data(9)}, layer="SOFTPLUS"),
        op("leaky_relu", lambda x: F.leaky_relu(x, 0.2), {"x": data(9)}, layer="LEAKY_RELU"),
    ]


# ---------------------------------------------------------------- SNGAN's networks, counted

class Block(nn.Module):
    """As in https://github.com/pfnet-research/sngan_projection (gen_models and dis_models, resblocks.py)."""
    def __init__(self, i, hidden, o, normed, shortcut):
        super().__init__()
        self.norms = nn.ModuleList([nn.BatchNorm2d(i), nn.BatchNorm2d(hidden)] if normed else [])
        self.c1 = nn.Conv2d(i, hidden, 3, padding=1)
        self.c2 = nn.Conv2d(hidden, o, 3, padding=1)
        if shortcut:
            self.sc = nn.Conv2d(i, o, 1)


def generator(latent, base, first, outs, colors):
    widths = [first] + outs
    return nn.ModuleList([nn.Linear(latent, base * base * first)]
                         + [Block(i, o, o, True, True) for i, o in zip(widths, outs)]
                         + [nn.BatchNorm2d(outs[-1]), nn.Conv2d(outs[-1], colors, 3, padding=1)])


def critic(colors, outs, halving):
    parts = [Block(colors, outs[0], outs[0], False, True)]
    parts += [Block(i, i, o, False, n < halving - 1 or i != o) for n, (i, o) in enumerate(zip(outs, outs[1:]))]
    return nn.ModuleList(parts + [nn.Linear(outs[-1], 1)])


def count(module):
    return sum(p.numel() for p in module.parameters())


if __name__ == "__main__":
    write("layers.json", layers() + blocks(), 60_000)
    print("32x32, table 3:", count(generator(128, 4, 256, [256] * 3, 3)), count(critic(3, [128] * 4, 2)))
    print("48x48, table 4:", count(generator(128, 6, 512, [256, 128, 64], 3)),
          count(critic(3, [64, 128, 256, 512, 1024], 4)), "or", count(critic(3, [64, 128, 256, 512, 512], 4)))
    print("64x64, likewise:", count(generator(128, 4, 1024, [512, 256, 128, 64], 3)),
          count(critic(3, [64, 128, 256, 512, 512], 4)))
