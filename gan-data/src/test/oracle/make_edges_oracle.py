#!/usr/bin/env python3
"""Writes edges.json: images and the lines that Gan4J's data source edges is to draw of them, by PyTorch and NumPy.

Run:  /usr/bin/python3 make_edges_oracle.py      (Debian: apt-get install python3-torch)

The lines are those of the formula in Edges: Sobel's kernels by a convolution over a repeated border, and maxima along the
gradient, whose direction is its angle rounded to 45 degrees. Levels are 0 to 255, C×H×W; lines are 1 where there is one.
"""
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

OUT = Path(__file__).resolve().parents[1] / "resources/org/gan4j/data/edges.json"


def sobel(luma):
    kernel = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype=torch.float64)
    x = F.pad(torch.tensor(luma, dtype=torch.float64)[None, None], (1, 1, 1, 1), mode="replicate")
    both = F.conv2d(x, torch.stack([kernel, kernel.T])[:, None])[0].numpy()
    return both[0], both[1]


def edges(levels, threshold):
    luma = levels[0] if len(levels) == 1 else np.rint(0.299 * levels[0] + 0.587 * levels[1] + 0.114 * levels[2])
    across, down = sobel(luma)
    magnitude = np.hypot(across, down) / (4 * 255)
    squares = across ** 2 + down ** 2  # exact, unlike the magnitude, for comparisons
    octant = np.rint(np.degrees(np.arctan2(down, across)) / 45).astype(int) % 4
    padded = np.pad(squares, 1)
    lines = magnitude >= threshold
    for number, (dy, dx) in enumerate([(0, 1), (1, 1), (1, 0), (1, -1)]):
        after = padded[1 + dy:1 + dy + luma.shape[0], 1 + dx:1 + dx + luma.shape[1]]
        before = padded[1 - dy:1 - dy + luma.shape[0], 1 - dx:1 - dx + luma.shape[1]]
        lines &= (octant != number) | (squares > before) & (squares >= after)
    return lines


def known(levels, threshold):
    lines = edges(levels, threshold)
    assert 0.02 < lines.mean() < 0.5, lines.mean()
    return {"shape": list(levels.shape), "levels": levels.ravel().tolist(), "threshold": threshold,
            "lines": lines.ravel().astype(int).tolist()}


y, x = np.mgrid[:16, :20]
disk = np.where((x - 9) ** 2 + (y - 7) ** 2 < 30, 200, 40)
waves = np.stack([128 + 120 * np.sin(x / 2), 128 + 120 * np.cos(y / 2 + x / 3), 12 * x]).round().astype(int)
noise = np.random.RandomState(1).randint(0, 256, (3, 11, 9))
OUT.write_text(json.dumps({
    "disk": known(disk[None], 0.2),
    "waves": known(waves, 0.15),
    "noise": known(noise, 0.3),
}, separators=(",", ":")) + "\n", encoding="ascii")
