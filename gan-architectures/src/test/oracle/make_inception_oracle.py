#!/usr/bin/env python3
"""Writes inception-v3-oracle.json: the layers of InceptionV3 through mixed5, by PyTorch in float64.

Run:  /usr/bin/python3 make_inception_oracle.py FOLDER      (Debian: apt-get install python3-torch python3-pil)

"made-up": a narrow network, whose weights and image are integers by formula, so that a test needs no download.
"fetched": the weights of FOLDER (see scripts/data/fetch-perceptual-net) on the two photographs of the tests.
Layers are written as shape, mean, root mean square and the first eight channels of the first position.
"""
import json
import struct
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

RESOURCES = Path(__file__).resolve().parents[1] / "resources/org/gan4j/architectures/trunks"
TALL, WIDE = {34, 36, 38, 44, 46, 48}, {33, 37, 39, 43, 47, 49}
FIVES, THREES = {8, 15, 22}, {1, 2, 3, 5, 10, 11, 17, 18, 24, 25, 27, 29, 30}


def kernel_size(i):
    return (7, 1) if i in TALL else (1, 7) if i in WIDE else (5, 5) if i in FIVES else (3, 3) if i in THREES else (1, 1)


def made_up(i, inputs):
    """Returns weights of a convolution with 2 or 3 outputs: q · scale + least with q = (factor j + 5 i) mod 23."""
    outputs = 2 + i % 2
    h, w = kernel_size(i)

    def values(count, factor, scale, least):
        return np.array([(factor * j + 5 * i) % 23 * scale + least for j in range(count)])
    return {
        "kernel": values(outputs * inputs * h * w, 17, 0.125, -1.25).reshape(outputs, inputs, h, w),
        "beta": values(outputs, 7, 0.0625, 0), "moving_mean": values(outputs, 3, 0.0625, -0.5),
        "moving_variance": values(outputs, 11, 0.25, 1),
    }


def fetched(folder):
    data = (Path(folder) / "inception-v3.safetensors").read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + size])

    def read(i, inputs):
        def tensor(name):
            start, end = header[name]["data_offsets"]
            scale, least = map(float, header["__metadata__"][name].split())
            raw = np.frombuffer(data[8 + size + start:8 + size + end], np.uint8)
            return (raw * scale + least).reshape(header[name]["shape"])
        norms = {n: tensor(f"batch_normalization_{i}/{n}") for n in ("beta", "moving_mean", "moving_variance")}
        return {"kernel": tensor(f"conv2d_{i}/kernel"), **norms}
    return read


def network(weights, x):
    def conv(x, i, stride=1, padding="same"):
        w = {name: torch.from_numpy(np.array(value, dtype=np.float64)) for name, value in weights(i, x.shape[1]).items()}
        y = F.conv2d(x, w["kernel"], stride=stride, padding=padding)
        return F.relu(F.batch_norm(y, w["moving_mean"], w["moving_variance"], None, w["beta"], False, 0, 1e-3))

    def chain(x, *numbers):
        for i in numbers:
            x = conv(x, i)
        return x

    def mean(x):
        return F.avg_pool2d(x, 3, 1, 1, count_include_pad=False)

    layers = {}
    x = layers["activation_1"] = conv(x, 1, 2, 0)
    x = F.max_pool2d(conv(conv(x, 2, 1, 0), 3), 3, 2)
    x = layers["activation_5"] = conv(conv(x, 4), 5, 1, 0)
    x = F.max_pool2d(x, 3, 2)
    for block, i in enumerate((6, 13, 20)):
        x = layers[f"mixed{block}"] = torch.cat(
            [conv(x, i), chain(x, i + 1, i + 2), chain(x, i + 3, i + 4, i + 5), conv(mean(x), i + 6)], 1)
    x = layers["mixed3"] = torch.cat(
        [conv(x, 27, 2, 0), conv(chain(x, 28, 29), 30, 2, 0), F.max_pool2d(x, 3, 2)], 1)
    for block, i in enumerate((31, 41)):
        x = layers[f"mixed{4 + block}"] = torch.cat(
            [conv(x, i), chain(x, *range(i + 1, i + 4)), chain(x, *range(i + 4, i + 9)), conv(mean(x), i + 9)], 1)
    return layers


def described(layers):
    return {name: {"shape": list(y.shape), "mean": float(y.mean()), "rms": float((y ** 2).mean() ** 0.5),
                   "first8": y[0, :8, 0, 0].tolist()} for name, y in layers.items()}


def photograph(name, folder=RESOURCES):
    pixels = np.asarray(Image.open(folder / f"{name}.png").convert("RGB")).transpose(2, 0, 1) / 255
    return torch.from_numpy(np.ascontiguousarray(pixels))[None]


def made_up_image(h, w):
    values = [(37 * j + j // w * 11) % 64 / 64 for j in range(3 * h * w)]
    return torch.tensor(values, dtype=torch.float64).reshape(1, 3, h, w)


if __name__ == "__main__":
    oracle = {"made-up": described(network(made_up, made_up_image(79, 91)))}
    for name in ("chelsea_224", "china_224"):
        oracle[name] = described(network(fetched(sys.argv[1]), photograph(name)))
    (RESOURCES / "inception-v3-oracle.json").write_text(json.dumps(oracle, indent=1) + "\n")
