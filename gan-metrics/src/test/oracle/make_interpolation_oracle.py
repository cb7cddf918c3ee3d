#!/usr/bin/python3
"""Writes the numbers that ResizingTest expects: images read as pytorch-fid does, by PyTorch's interpolate in float64.

An image of values in [-1, 1], some of them beyond, is rounded to a file's 256 levels, divided by 255, interpolated without
antialiasing, and mapped to [-1, 1].
"""
import json
import pathlib

import torch
import torch.nn.functional as F

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources/org/gan4j/metrics/features/interpolation-oracle.json"


def read(height, width, size):
    j = torch.arange(height * width, dtype=torch.float64)
    image = torch.sin(1 + 0.9 * j).mul(1.1).reshape(1, 1, height, width)
    levels = torch.floor((image.clamp(-1, 1) + 1) * 127.5 + 0.5)
    scaled = F.interpolate(levels / 255, size=(size, size), mode="bilinear", align_corners=False)
    return (2 * scaled - 1).flatten().tolist()


OUT.parent.mkdir(parents=True, exist_ok=True)
OUT.write_text(json.dumps({"larger": read(3, 4, 7), "smaller": read(9, 11, 4)}) + "\n")
