#!/usr/bin/env python3
"""Writes bicubic.txt: what bicubic interpolation must compute.

Run:  /usr/bin/python3 make_bicubic_oracle.py      (Debian: apt-get install python3-pil python3-numpy)

A line is: name, old height, old width, new height, new width, the old pixels, the new pixels. "pillow" are results of
Pillow's resize in its mode of floats. "matlab" are results of MATLAB's imresize. MATLAB was not available, so they are
computed here by its published algorithm, the function "contributions" of imresize.m, as ports to Python do it; away
from the border they are compared with Pillow's.
"""
from pathlib import Path

import numpy as np
from PIL import Image

OUT = Path(__file__).resolve().parents[1] / "resources/org/gan4j/tensor/functions/bicubic.txt"
rng = np.random.default_rng(18)


def cubic(x):
    x = np.abs(x)
    return ((1.5 * x**3 - 2.5 * x**2 + 1) * (x <= 1)
            + (-0.5 * x**3 + 2.5 * x**2 - 4 * x + 2) * ((1 < x) & (x <= 2)))


def contributions(old, new):
    scale = new / old
    kernel, width = cubic, 4.0
    if scale < 1:
        kernel, width = lambda x: scale * cubic(scale * x), 4.0 / scale
    u = np.arange(1, new + 1) / scale + 0.5 * (1 - 1 / scale)
    left = np.floor(u - width / 2)
    indices = left[:, None] + np.arange(int(np.ceil(width)) + 2)[None]
    weights = kernel(u[:, None] - indices)
    weights /= weights.sum(1, keepdims=True)
    mirrored = np.concatenate([np.arange(old), np.arange(old)[::-1]])
    return weights, mirrored[np.mod(indices - 1, 2 * old).astype(int)]


def along(image, axis, new):
    weights, indices = contributions(image.shape[axis], new)
    taken = np.moveaxis(image, axis, 0)[indices]
    return np.moveaxis(np.einsum("nk,nk...->n...", weights, taken), 0, axis)


def matlab(image, height, width):
    return along(along(image, 0, height), 1, width)


def pillow(image, height, width):
    return np.asarray(Image.fromarray(image.astype(np.float32)).resize((width, height), Image.Resampling.BICUBIC))


def line(name, image, result):
    numbers = [f"{v:.8g}" for v in np.concatenate([image.ravel(), np.asarray(result, np.float64).ravel()])]
    return " ".join([name, *map(str, image.shape), *map(str, result.shape), *numbers])


lines = []
for old, new in [((8, 12), (4, 3)), ((7, 5), (3, 2)), ((3, 4), (6, 9)), ((5, 6), (5, 4)), ((2, 3), (1, 7)), ((9, 1), (2, 1))]:
    image = rng.integers(-64, 65, old) / 64
    lines.append(line("matlab", image, matlab(image, *new)))
    lines.append(line("pillow", image, pillow(image, *new)))
image = rng.integers(-64, 65, (64, 48)) / 64
assert np.abs(matlab(image, 16, 12) - pillow(image, 16, 12))[2:-2, 2:-2].max() < 1e-6
OUT.write_text("\n".join(lines) + "\n", encoding="ascii")
