#!/usr/bin/env python3
"""Writes degraded.json: a small photograph, and what Pillow makes of it.

Run:  /usr/bin/python3 make_degraded_oracle.py      (Debian: apt-get install python3-pil python3-numpy)

The photograph is smooth, as libraries for JPEG may differ in how they spread colors over neighbors. All levels are
0 to 255, H×W×C; "bicubic" is computed in Pillow's mode of floats, channel by channel, and is not rounded.
"""
import io
import json
from pathlib import Path

import numpy as np
from PIL import Image

OUT = Path(__file__).resolve().parents[1] / "resources/org/gan4j/data/degraded.json"

y, x = np.mgrid[:32, :24]
photo = np.stack([128 + 90 * np.sin(x / 3), 128 + 80 * np.cos(y / 4), 100 + 3 * x + 2 * y], axis=-1)
photo = np.clip(np.round(photo), 0, 255).astype(np.uint8)


def bicubic(height, width):
    size = (width, height)
    return np.stack([np.asarray(Image.fromarray(photo[..., c].astype(np.float32)).resize(size, Image.Resampling.BICUBIC))
                     for c in range(3)], axis=-1)


def jpeg(levels, quality):
    out = io.BytesIO()
    Image.fromarray(levels).save(out, "JPEG", quality=quality)
    return np.asarray(Image.open(out))


def numbers(array):
    return {"shape": list(array.shape), "values": [round(float(v), 5) for v in array.ravel()]}


OUT.write_text(json.dumps({
    "photo": numbers(photo),
    "bicubic-8x6": numbers(bicubic(8, 6)),
    "bicubic-34x9": numbers(bicubic(34, 9)),
    "jpeg-30": numbers(jpeg(photo, 30)),
    "gray-jpeg-30": numbers(jpeg(photo[..., 1], 30)),
}, separators=(",", ":")) + "\n", encoding="ascii")
