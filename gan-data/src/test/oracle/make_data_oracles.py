#!/usr/bin/env python3
"""Writes small image files and the expected numbers that gan-data's tests compare against.

Run:  /usr/bin/python3 make_data_oracles.py   (Debian: python3-pil python3-numpy python3-torch)

pictures.json: files that Pillow wrote (base64), with the pixels that Pillow reads, upright and on white.
transforms.json: filters by NumPy's definition of the median and the convolution, bilinear crops by
PyTorch's grid_sample, color changes by the formula in the javadoc, and areas averaged by a formula.
"""
import base64
import io
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image, ImageOps

OUT = Path(__file__).resolve().parents[1] / "resources/org/gan4j/data"
rng = np.random.default_rng(20)


def blocks(height, width, channels, side=4):
    """Flat blocks, so that JPEG's rounding stays small."""
    coarse = rng.integers(0, 256, (height // side, width // side, channels))
    return np.kron(coarse, np.ones((side, side, 1), int)).astype(np.uint8)


def gradient(height, width):
    """Smooth, as decoders of lossy WebP may differ in how they spread colors over neighbors."""
    y, x = np.mgrid[:height, :width]
    return np.stack([8 * x + 60, 6 * y + 100, 120 + 2 * (x + y)], axis=-1).astype(np.uint8)


def saved(image, format, **settings):
    out = io.BytesIO()
    image.save(out, format, **settings)
    return out.getvalue()


def on_white(image):
    image = ImageOps.exif_transpose(image).convert("RGBA")
    white = Image.new("RGBA", image.size, "white")
    return np.asarray(Image.alpha_composite(white, image).convert("RGB"))


def entry(name, data, tolerance, rgb=None):
    if rgb is None:
        rgb = on_white(Image.open(io.BytesIO(data)))
    assert len(data) < 2000, (name, len(data))
    return {"name": name, "tolerance": tolerance, "height": rgb.shape[0], "width": rgb.shape[1],
            "rgb": rgb.reshape(-1).tolist(), "file": base64.b64encode(data).decode()}


def entries():
    rgb = Image.fromarray(blocks(8, 12, 3))
    rgba = Image.fromarray(blocks(8, 12, 4))
    grey = Image.fromarray(blocks(8, 12, 1)[..., 0])
    grey16 = rng.integers(0, 65536, (4, 6)).astype(np.uint16)
    grey_rgb = np.repeat(np.floor(grey16 / 257 + 0.5).astype(np.uint8)[..., None], 3, axis=2)
    yield entry("rgb.png", saved(rgb, "PNG"), 0)
    yield entry("rgba.png", saved(rgba, "PNG"), 1)
    yield entry("grey.png", saved(grey, "PNG"), 0)
    yield entry("grey-alpha.png", saved(Image.fromarray(blocks(8, 12, 2), "LA"), "PNG"), 1)
    yield entry("grey16.png", saved(Image.fromarray(grey16), "PNG"), 0, grey_rgb)
    yield entry("one-bit.png", saved(grey.convert("1"), "PNG"), 0)
    yield entry("palette.png", saved(rgb.quantize(8), "PNG", transparency=2), 0)
    yield entry("palette.gif", saved(rgb.quantize(8), "GIF"), 0)
    yield entry("animated.gif", saved(rgb.quantize(8), "GIF", save_all=True,
                                      append_images=[rgb.rotate(180).quantize(8)]), 0)
    yield entry("rgb.bmp", saved(rgb, "BMP"), 0)
    yield entry("rgb.jpg", saved(rgb, "JPEG", quality=95, subsampling=0), 3)
    yield entry("progressive.jpg", saved(rgb, "JPEG", quality=95, subsampling=0, progressive=True), 3)
    yield entry("grey.jpg", saved(grey, "JPEG", quality=95), 3)
    # how ink becomes light depends on the profile: only roughly alike
    yield entry("cmyk.jpg", saved(rgb.convert("CMYK"), "JPEG", quality=95, subsampling=0), 90)
    yield entry("lossless.webp", saved(rgba, "WEBP", lossless=True), 1)
    yield entry("lossy.webp", saved(Image.fromarray(gradient(16, 16)), "WEBP", quality=95), 12)
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[0x0112] = orientation
        yield entry(f"exif-{orientation}.jpg",
                    saved(rgb, "JPEG", quality=80, subsampling=0, optimize=True, exif=exif), 6)


def numbers(array):
    array = np.asarray(array, dtype=np.float64)
    return {"shape": list(array.shape), "values": [round(float(v), 7) for v in array.reshape(-1)]}


def windows(images, half):
    padded = np.pad(images, ((0, 0), (0, 0), (half, half), (half, half)), mode="reflect")
    return np.lib.stride_tricks.sliding_window_view(padded, (2 * half + 1, 2 * half + 1), (2, 3))


def blurred(images, sigma):
    half = int(np.ceil(3 * sigma))
    g = np.exp(-np.arange(-half, half + 1) ** 2 / (2 * sigma ** 2))
    g /= g.sum()
    return np.einsum("nchwij,i,j->nchw", windows(images, half), g, g)


def cropped(image, top, left, side):
    height, width = image.shape[1:]
    y = top + (np.arange(height) + 0.5) * side - 0.5
    x = left + (np.arange(width) + 0.5) * side - 0.5
    grid = np.stack(np.meshgrid((2 * x + 1) / width - 1, (2 * y + 1) / height - 1), axis=-1)
    return F.grid_sample(torch.tensor(image)[None], torch.tensor(grid)[None], mode="bilinear",
                         padding_mode="border", align_corners=False)[0].numpy()


def colored(image, brightness, contrast, saturation):
    luma = np.array([0.299, 0.587, 0.114])[:, None, None]
    image = np.clip((image + 1) / 2 * brightness, 0, 1) * 2 - 1
    mean = (luma * image).sum(0).mean()
    image = np.clip(mean + (image - mean) * contrast, -1, 1)
    grey = (luma * image).sum(0, keepdims=True)
    return np.clip(grey + (image - grey) * saturation, -1, 1)


def area(image, size):
    """The areas of the center square: each pixel of a 4·k times finer image counts once, for sides that allow it."""
    height, width = image.shape[:2]
    side = min(height, width)
    fine = np.kron(image.astype(np.float64), np.ones((2 * size, 2 * size, 1)))
    top, left = (height - side) * size, (width - side) * size
    square = fine[top:top + 2 * size * side, left:left + 2 * size * side]
    step = 2 * side
    return square.reshape(size, step, size, step, 3).mean((1, 3))


def transforms():
    images = rng.integers(-64, 65, (2, 3, 5, 4)) / 64
    photo = rng.integers(0, 256, (7, 10, 3))
    return {
        "images": numbers(images),
        "median-3": numbers(np.median(windows(images, 1), axis=(-2, -1))),
        "median-5": numbers(np.median(windows(images, 2), axis=(-2, -1))),
        "blur-0.6": numbers(blurred(images, 0.6)),
        "crop": numbers(cropped(images[1], 0.75, 0.5, 0.625)),
        "colour": numbers(colored(images[1], 1.25, 0.75, 1.5)),
        "photo": numbers(photo),
        "photo-3": numbers(area(photo, 3)),
        "photo-4": numbers(area(photo, 4)),
        "photo-7": numbers(area(photo, 7)),
    }


OUT.mkdir(parents=True, exist_ok=True)
lines = ",\n".join(json.dumps(p, separators=(",", ":")) for p in entries())
(OUT / "pictures.json").write_text("[\n" + lines + "\n]\n", encoding="ascii")
lines = ",\n".join(f'"{k}":' + json.dumps(v, separators=(",", ":")) for k, v in transforms().items())
(OUT / "transforms.json").write_text("{\n" + lines + "\n}\n", encoding="ascii")
