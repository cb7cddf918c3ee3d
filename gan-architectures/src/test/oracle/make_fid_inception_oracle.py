#!/usr/bin/env python3
"""Writes fid-inception-oracle.json: all layers of FID's InceptionV3, by PyTorch in float64, for a narrow network.

Run:  /usr/bin/python3 make_fid_inception_oracle.py      (Debian: apt-get install python3-torch)

Every convolution has two outputs, and its weights are integers by formula of its place in CONVOLUTIONS, so that a test
needs no download. The structure is that of the graph of 2015-12-05: means without the padding, a maximum in Mixed_7c.
Layers are written as shape, mean, root mean square and the first eight channels of the first position.
"""
import json
from pathlib import Path

import torch
import torch.nn.functional as F

RESOURCES = Path(__file__).resolve().parents[1] / "resources/org/gan4j/architectures/trunks"
A = {"branch1x1": (1, 1), "branch5x5_1": (1, 1), "branch5x5_2": (5, 5), "branch3x3dbl_1": (1, 1),
     "branch3x3dbl_2": (3, 3), "branch3x3dbl_3": (3, 3), "branch_pool": (1, 1)}
B = {"branch3x3": (3, 3), "branch3x3dbl_1": (1, 1), "branch3x3dbl_2": (3, 3), "branch3x3dbl_3": (3, 3)}
C = {"branch1x1": (1, 1), "branch7x7_1": (1, 1), "branch7x7_2": (1, 7), "branch7x7_3": (7, 1),
     "branch7x7dbl_1": (1, 1), "branch7x7dbl_2": (7, 1), "branch7x7dbl_3": (1, 7), "branch7x7dbl_4": (7, 1),
     "branch7x7dbl_5": (1, 7), "branch_pool": (1, 1)}
D = {"branch3x3_1": (1, 1), "branch3x3_2": (3, 3), "branch7x7x3_1": (1, 1), "branch7x7x3_2": (1, 7),
     "branch7x7x3_3": (7, 1), "branch7x7x3_4": (3, 3)}
E = {"branch1x1": (1, 1), "branch3x3_1": (1, 1), "branch3x3_2a": (1, 3), "branch3x3_2b": (3, 1),
     "branch3x3dbl_1": (1, 1), "branch3x3dbl_2": (3, 3), "branch3x3dbl_3a": (1, 3), "branch3x3dbl_3b": (3, 1),
     "branch_pool": (1, 1)}
STEM = {"Conv2d_1a_3x3": (3, 3), "Conv2d_2a_3x3": (3, 3), "Conv2d_2b_3x3": (3, 3), "Conv2d_3b_1x1": (1, 1),
        "Conv2d_4a_3x3": (3, 3)}
BLOCKS = {"5b": A, "5c": A, "5d": A, "6a": B, "6b": C, "6c": C, "6d": C, "6e": C, "7a": D, "7b": E, "7c": E}
CONVOLUTIONS = {**STEM, **{f"Mixed_{b}.{name}": k for b, block in BLOCKS.items() for name, k in block.items()}}
NAMES = list(CONVOLUTIONS)


def values(i, shape, factor, scale, least):
    count = torch.tensor(shape).prod()
    return ((factor * torch.arange(count) + 5 * i) % 23 * scale + least).double().reshape(shape)


def conv(x, name, stride=1, padding="same"):
    i = NAMES.index(name)
    kernel = values(i, (2, x.shape[1], *CONVOLUTIONS[name]), 17, 0.125, -1.25)
    gamma, beta = values(i, (2,), 13, 0.0625, 0.5), values(i, (2,), 7, 0.0625, 0)
    mean, variance = values(i, (2,), 3, 0.0625, -0.5), values(i, (2,), 11, 0.25, 1)
    return F.relu(F.batch_norm(F.conv2d(x, kernel, None, stride, padding), mean, variance, gamma, beta, False, 0, 1e-3))


def chain(x, block, *names):
    for name in names:
        x = conv(x, f"{block}.{name}")
    return x


def mean(x):
    return F.avg_pool2d(x, 3, 1, 1, count_include_pad=False)


def maximum(x):
    return F.max_pool2d(x, 3, 1, 1)


def mixed(x, block):
    kind, b = BLOCKS[block], f"Mixed_{block}"
    if kind is A:
        parts = [chain(x, b, "branch1x1"), chain(x, b, "branch5x5_1", "branch5x5_2"),
                 chain(x, b, "branch3x3dbl_1", "branch3x3dbl_2", "branch3x3dbl_3"), chain(mean(x), b, "branch_pool")]
    elif kind is B:
        y = chain(x, b, "branch3x3dbl_1", "branch3x3dbl_2")
        parts = [conv(x, b + ".branch3x3", 2, 0), conv(y, b + ".branch3x3dbl_3", 2, 0), F.max_pool2d(x, 3, 2)]
    elif kind is C:
        parts = [chain(x, b, "branch1x1"), chain(x, b, "branch7x7_1", "branch7x7_2", "branch7x7_3"),
                 chain(x, b, *(f"branch7x7dbl_{n}" for n in range(1, 6))), chain(mean(x), b, "branch_pool")]
    elif kind is D:
        y = chain(x, b, "branch7x7x3_1", "branch7x7x3_2", "branch7x7x3_3")
        parts = [conv(chain(x, b, "branch3x3_1"), b + ".branch3x3_2", 2, 0), conv(y, b + ".branch7x7x3_4", 2, 0),
                 F.max_pool2d(x, 3, 2)]
    else:
        y, z = chain(x, b, "branch3x3_1"), chain(x, b, "branch3x3dbl_1", "branch3x3dbl_2")
        pooled = maximum(x) if block == "7c" else mean(x)
        parts = [chain(x, b, "branch1x1"), chain(y, b, "branch3x3_2a"), chain(y, b, "branch3x3_2b"),
                 chain(z, b, "branch3x3dbl_3a"), chain(z, b, "branch3x3dbl_3b"), chain(pooled, b, "branch_pool")]
    return torch.cat(parts, 1)


def network(x):
    x = conv(conv(x, "Conv2d_1a_3x3", 2, 0), "Conv2d_2a_3x3", 1, 0)
    layers = {"Conv2d_2b_3x3": (x := conv(x, "Conv2d_2b_3x3"))}
    x = conv(F.max_pool2d(x, 3, 2), "Conv2d_3b_1x1")
    layers["Conv2d_4a_3x3"] = x = conv(x, "Conv2d_4a_3x3", 1, 0)
    x = F.max_pool2d(x, 3, 2)
    for block in BLOCKS:
        layers[f"Mixed_{block}"] = x = mixed(x, block)
    return layers


def described(layers):
    return {name: {"shape": list(y.shape), "mean": float(y.mean()), "rms": float((y ** 2).mean() ** 0.5),
                   "first8": y[0, :8, 0, 0].tolist()} for name, y in layers.items()}


if __name__ == "__main__":
    pixels = [(37 * j + j // 131 * 11) % 64 / 32 - 1 for j in range(3 * 107 * 131)]
    image = torch.tensor(pixels, dtype=torch.float64).reshape(1, 3, 107, 131)
    (RESOURCES / "fid-inception-oracle.json").write_text(json.dumps(described(network(image)), indent=1) + "\n")
