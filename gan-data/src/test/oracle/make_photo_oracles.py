#!/usr/bin/env python3
"""Writes small photographs that carry a color profile and an orientation, for gan-data's tests.

Run:  /usr/bin/python3 make_photo_oracles.py   (Debian: python3-pil python3-numpy)

photos.json: files that Pillow wrote (base64), with the profile and the upright samples that Pillow reads, to which it
does not apply the profile. The profile is sRGB's with red and green exchanged, so that applying it changes the samples.
"""
import base64
import io
import json
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms, ImageOps

OUT = Path(__file__).resolve().parents[1] / "resources/org/gan4j/data/photos.json"


def exchanged():
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    names = {b"rXYZ": b"gXYZ", b"gXYZ": b"rXYZ"}
    for at in range(132, 132 + 12 * int.from_bytes(profile[128:132], "big"), 12):
        profile[at:at + 4] = names.get(bytes(profile[at:at + 4]), profile[at:at + 4])
    return bytes(profile)


def photos():
    coarse = np.random.default_rng(4).integers(0, 256, (2, 3, 4))
    pixels = np.kron(coarse, np.ones((8, 8, 1), int)).astype(np.uint8)
    color = Image.fromarray(pixels[:, :, :3], "RGB")
    exif = Image.Exif()
    exif[0x0112] = 6
    carried = {"icc_profile": exchanged(), "exif": exif.tobytes()}
    yield "turned.jpg", color, {**carried, "quality": 100, "subsampling": 0}, 4
    yield "turned.png", color, carried, 0
    yield "turned.webp", color, {**carried, "lossless": True}, 0
    yield "alpha.webp", Image.fromarray(pixels, "RGBA"), {**carried, "lossless": True, "exact": True}, 0


def entry(name, image, settings, tolerance):
    out = io.BytesIO()
    image.save(out, {"jpg": "JPEG"}.get(name[-3:], name.split(".")[1].upper()), **settings)
    read = Image.open(io.BytesIO(out.getvalue()))
    read.load()
    assert read.info["icc_profile"] == settings["icc_profile"]
    upright = ImageOps.exif_transpose(read)
    return {
        "name": name,
        "width": upright.width,
        "height": upright.height,
        "alpha": upright.mode == "RGBA",
        "tolerance": tolerance,
        "profile": base64.b64encode(read.info["icc_profile"]).decode(),
        "samples": np.asarray(upright).flatten().tolist(),
        "file": base64.b64encode(out.getvalue()).decode(),
    }


lines = ",\n".join(json.dumps(entry(*photo), separators=(",", ":")) for photo in photos())
OUT.write_text("[\n" + lines + "\n]\n", encoding="ascii")
