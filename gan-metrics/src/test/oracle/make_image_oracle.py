#!/usr/bin/env python3
"""Writes the expected numbers of the measures of pairs of images:  /usr/bin/python3 make_image_oracle.py

PSNR, SSIM and luminance by scikit-image, MS-SSIM by PyTorch as the package pytorch-msssim computes it, and the distance
in the features of a made-up trunk by NumPy. The images are integers by formula, plus a third of a level or less, so that
rounding matters. Needs python3-skimage and python3-torch.
"""
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from skimage.color import rgb2ycbcr
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

OUT = Path(__file__).resolve().parents[1] / "resources/org/gan4j/metrics/images/image-oracle.json"


def wave(t):
    return np.abs(t % 510 - 255)


def pair(channels, height, width):
    """Returns a reference and an image, [C,H,W] in levels; the image has fractions."""
    c, y, x = np.meshgrid(np.arange(channels), np.arange(height), np.arange(width), indexing="ij")
    reference = wave(7 * x + 3 * y + 90 * c + x * y // 8)
    image = np.clip(reference + wave(5 * x + 11 * y + 40 * c) // 6 - 21, 0, 255)
    return reference.astype(float), image + 0.3 * ((x + y) % 3 - 1)


def viewed(image, color, border, rounded):
    """Returns the planes [C,H,W] that are measured."""
    if rounded:
        image = np.clip(np.rint(image), 0, 255)
    if color == "Y" and len(image) == 3:
        image = rgb2ycbcr(image.transpose(1, 2, 0) / 255)[None, ..., 0]
    return image[:, border:image.shape[1] - border, border:image.shape[2] - border]


def ssim(a, b):
    return structural_similarity(a, b, gaussian_weights=True, sigma=1.5, use_sample_covariance=False, data_range=255, channel_axis=0)


def ms_ssim(a, b, weights=(0.0448, 0.2856, 0.3001, 0.2363, 0.1333)):
    x, y = torch.from_numpy(a.copy())[None], torch.from_numpy(b.copy())[None]
    channels = x.shape[1]
    g = torch.exp(-(torch.arange(11, dtype=torch.float64) - 5) ** 2 / (2 * 1.5 ** 2))
    window = (g[:, None] * g[None] / g.sum() ** 2).repeat(channels, 1, 1, 1)

    def mean(t):
        return F.conv2d(t, window, groups=channels)
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    product = 1
    for scale, weight in enumerate(weights):
        if scale > 0:
            padding = [s % 2 for s in x.shape[2:]]
            x, y = F.avg_pool2d(x, 2, padding=padding), F.avg_pool2d(y, 2, padding=padding)
        mx, my = mean(x), mean(y)
        cs = (2 * (mean(x * y) - mx * my) + c2) / (mean(x * x) - mx ** 2 + mean(y * y) - my ** 2 + c2)
        value = cs if scale < len(weights) - 1 else cs * (2 * mx * my + c1) / (mx ** 2 + my ** 2 + c1)
        product = product * F.relu(value.flatten(2).mean(-1)) ** weight
    return float(product.mean())


def features(image):
    """Returns the two layers of the made-up trunk: the colors, and four mixtures of their means over blocks 2x2."""
    blocks = image.reshape(3, image.shape[1] // 2, 2, image.shape[2] // 2, 2).mean((2, 4))
    mixture = np.array([[1, -2, 1], [2, 1, -1], [-1, 1, 1], [1, 1, 1]])
    return {"colors": image, "mixtures": np.maximum(0, np.einsum("fc,chw->fhw", mixture, blocks))}


def distance(a, b, layers):
    total = 0
    for layer in layers:
        x, y = (f / (np.sqrt((f ** 2).sum(0)) + 1e-10) for f in (features(a)[layer], features(b)[layer]))
        total += ((x - y) ** 2).sum(0).mean()
    return total


def scaled(image):
    return image / 127.5 - 1


oracle = {"pairs": [], "small": [], "distances": {}}
for channels, height, width in ((3, 41, 52), (1, 23, 31), (3, 189, 202)):
    reference, image = pair(channels, height, width)
    for color in ("RGB", "Y"):
        for border, rounded in ((0, False), (4, True), (3, False)):
            a, b = viewed(reference, color, border, rounded), viewed(image, color, border, rounded)
            oracle["pairs"].append({
                "shape": [channels, height, width], "color": color, "border": border, "rounded": rounded,
                "psnr": peak_signal_noise_ratio(a, b, data_range=255), "ssim": ssim(a, b),
                **({"ms-ssim": ms_ssim(a, b)} if min(a.shape[1:]) >= 176 else {}),
            })
for channels, height, width, weights in ((3, 32, 32, (0.0448, 0.2856)), (1, 28, 33, (0.0448, 0.2856)), (3, 11, 40, (0.0448,)),
                                         (1, 64, 65, (0.0448, 0.2856, 0.3001))):
    oracle["small"].append({"shape": [channels, height, width],
                            "ms-ssim": ms_ssim(*pair(channels, height, width), np.array(weights) / sum(weights))})
a, b = map(scaled, pair(3, 12, 18))
oracle["distances"]["colors"] = distance(a, b, ["colors"])
oracle["distances"]["both"] = distance(a, b, ["colors", "mixtures"])
a, b = map(scaled, pair(3, 4, 1030))  # three tiles of 344
oracle["distances"]["tiled"] = np.mean([distance(a[..., i:i + 344], b[..., i:i + 344], ["colors", "mixtures"]) for i in (0, 343, 686)])
OUT.write_text(json.dumps(oracle, indent=1) + "\n")
