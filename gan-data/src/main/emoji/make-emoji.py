#!/usr/bin/env python3
"""Makes the embedded emoji: an atlas of 32x32 tiles, 41 a row, and a table of their names, tags and split.

Usage: make-emoji.py EMOJI_FOLDER RESOURCES_FOLDER   (needs python3-pil and python3-numpy)

They are in the order of a hash, so that any first few are of many kinds. EMOJI_FOLDER has google/64/*.png (Noto,
Apache-2.0), which is img/google/64 of the npm package emoji-datasource-google 16.0.0, that package's emoji.json, and
cldr-en.json, which is en/data.json of the npm package emojibase-data 17.0.0 (MIT). Flags and skin tones are left out.

The split is by base emoji, so that a woman, a man and a person who surf are together: one base in eight is held out,
chosen by the CRC-32 of its code points. Of the plain hearts, circles and squares, those are held out whose color i and
shape j have (i + 2 j) mod 5 = 2, so that each color and each shape is seen in training, but not these pairs.
"""
import json, sys, zlib
from pathlib import Path
import numpy as np
from PIL import Image

SIDE, COLUMNS, ONE_IN = 32, 41, 8
COLORS = ["red", "orange", "yellow", "green", "blue", "purple", "brown", "black", "white"]
SHAPES = ["heart", "circle", "square"]
PERSONS = {"1F468", "1F469", "1F9D1", "2640", "2642", "200D", "FE0F"}

source, target = Path(sys.argv[1]), Path(sys.argv[2])
texts = {}
for entry in json.loads((source / "cldr-en.json").read_text()):
    texts[entry["hexcode"].replace("-FE0F", "")] = entry


def base(code):
    kept = [part for part in code.split("-") if part not in PERSONS]
    return "-".join(kept) or code


def combination(label):
    words = label.replace("large ", "").split()
    if len(words) == 2 and words[0] in COLORS and words[1] in SHAPES:
        return (COLORS.index(words[0]) + 2 * SHAPES.index(words[1])) % 5 == 2
    return None


rows, tiles = [], []
for emoji in sorted(json.loads((source / "emoji.json").read_text()), key=lambda emoji: zlib.crc32(emoji["unified"].encode())):
    code = emoji["unified"].replace("-FE0F", "")
    if emoji["category"] in ("Flags", "Component") or code not in texts:
        continue
    text = texts[code]
    image = np.asarray(Image.open(source / "google/64" / emoji["image"]).convert("RGBA"), float) / 255
    assert image.shape == (64, 64, 4), (code, image.shape)
    flat = image[..., :3] * image[..., 3:] + 1 - image[..., 3:]  # on white
    small = flat.reshape(SIDE, 2, SIDE, 2, 3).mean((1, 3))
    tiles.append(np.round(small * 255).astype(np.uint8))
    held = combination(text["label"])
    if held is None:
        held = zlib.crc32(base(code).encode()) % ONE_IN == 0
    tags = [tag for tag in text.get("tags", []) if tag != text["label"]]
    rows.append([code, "test" if held else "train", emoji["subcategory"], text["label"], ", ".join(tags)])

height = -(-len(rows) // COLUMNS) * SIDE
atlas = np.full((height, COLUMNS * SIDE, 3), 255, np.uint8)
for i, tile in enumerate(tiles):
    y, x = divmod(i, COLUMNS)
    atlas[y * SIDE:(y + 1) * SIDE, x * SIDE:(x + 1) * SIDE] = tile
Image.fromarray(atlas).save(target / "noto-32.png", optimize=True)
lines = ["code\tsplit\tsubgroup\tlabel\ttags"] + ["\t".join(row) for row in rows]
(target / "emoji.tsv").write_text("\n".join(lines) + "\n")
print(len(rows), "emoji,", sum(row[1] == "test" for row in rows), "held out,", len({row[2] for row in rows}), "subgroups")
