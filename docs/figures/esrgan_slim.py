#!/usr/bin/python3
"""Enlarges images with a generator of @upscalerjs/esrgan-slim (MIT), whose tfjs layers are run with PyTorch:

    docs/figures/esrgan_slim.py data/esrgan-slim/models/x4 FROM TO

Prints the seconds that all images took on the cores it may use.
"""
import json
import pathlib
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

folder, source, target = map(pathlib.Path, sys.argv[1:])
model = json.loads((folder / "model.json").read_text())
weights, data = {}, b""
for group in model["weightsManifest"]:
    data = b"".join((folder / path).read_bytes() for path in group["paths"])
    at = 0
    for entry in group["weights"]:
        count = int(np.prod(entry["shape"]))
        weights[entry["name"]] = torch.from_numpy(
            np.frombuffer(data, np.float32, count, at).reshape(entry["shape"]).copy())
        at += 4 * count


def layer(kind, settings, inputs):
    if kind == "Conv2D":
        kernel = weights[settings["name"] + "/kernel"].permute(3, 2, 0, 1)
        return F.conv2d(inputs[0], kernel, weights[settings["name"] + "/bias"], padding=settings["padding"])
    if kind == "Activation":
        return F.relu(inputs[0])
    if kind == "Concatenate":
        return torch.cat(inputs, 1)
    if kind == "Add":
        return sum(inputs)
    if kind == "UpSampling2D":
        return F.interpolate(inputs[0], scale_factor=settings["size"][0], mode=settings["interpolation"])
    raise ValueError(f"unknown layer {kind}")


def enlarged(image):
    values = {}
    for each in model["modelTopology"]["model_config"]["config"]["layers"]:
        if each["class_name"] == "InputLayer":
            values[each["name"]] = image
        else:
            inputs = [values[node[0]] for node in each["inbound_nodes"][0]]
            values[each["name"]] = layer(each["class_name"], each["config"], inputs)
    return values["SR"]


target.mkdir(parents=True, exist_ok=True)
seconds = 0
for file in sorted(source.glob("*.png")):
    image = np.asarray(Image.open(file).convert("RGB"), np.float32) / 255
    start = time.time()
    with torch.no_grad():
        result = enlarged(torch.from_numpy(image.copy()).permute(2, 0, 1)[None])[0]
    seconds += time.time() - start
    levels = (result.clamp(0, 1) * 255).round().byte().permute(1, 2, 0).numpy()
    Image.fromarray(levels).save(target / file.name)
print(f"{sum(tensor.numel() for tensor in weights.values()):,} weights, {seconds:.1f} s")
