import json
import struct

import numpy as np
import torch
from torch import nn


def read_safetensors(path):
    """Returns the tensors of a safetensors file by name; the package safetensors does the same."""
    types = {"F64": np.float64, "F32": np.float32, "F16": np.float16, "I64": np.int64, "I32": np.int32, "U8": np.uint8}
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = file.read()
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        values = np.frombuffer(data[begin:end], types[entry["dtype"]]).reshape(entry["shape"])
        tensors[name] = torch.from_numpy(values.copy())
    return tensors


def write_safetensors(tensors, path):
    """Writes tensors by name, such as a state_dict(), for gan import."""
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for name, tensor in tensors.items():
        values = tensor.detach().cpu().float().numpy().astype("<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(values)]}
        data += values
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


class Dcgan(nn.Module):
    """The generator dcgan: latents [N, latent] to images [N, channels, H, W] from -1 to 1.

    depth is the number of doublings, as in experiment.yaml: 2 for 28x28, 4 for 64x64. Images are height pixels high, and
    across pixels wide if that is another number.
    """

    def __init__(self, latent=100, width=64, depth=4, channels=1, height=64, across=None, max_width=10**9):
        super().__init__()
        self.depth, self.size = depth, (height >> depth, (across or height) >> depth)
        counts = [max(width, min(max_width, width << i)) for i in reversed(range(depth))]
        self.project = nn.Linear(latent, counts[0] * self.size[0] * self.size[1], bias=False)
        for i, count in enumerate(counts):
            setattr(self, f"norm{i}", nn.BatchNorm2d(count))
            if i > 0:
                setattr(self, f"up{i}", nn.ConvTranspose2d(counts[i - 1], count, 4, 2, 1, bias=False))
        self.picture = nn.ConvTranspose2d(counts[-1], channels, 4, 2, 1)

    def forward(self, latents):
        x = torch.relu(self.norm0(self.project(latents).unflatten(1, (-1, *self.size))))
        for i in range(1, self.depth):
            x = torch.relu(getattr(self, f"norm{i}")(getattr(self, f"up{i}")(x)))
        return torch.tanh(self.picture(x))


def bicubic(x, scale):
    """Enlarges images as Gan4J and MATLAB do: a = -0.5, with a symmetric border."""
    for axis in (2, 3):
        size = x.shape[axis]
        x = torch.cat([x.narrow(axis, 0, 2).flip(axis), x, x.narrow(axis, size - 2, 2).flip(axis)], axis)
    large = nn.functional.interpolate(x, scale_factor=scale, mode="bicubic", antialias=True)
    return large[:, :, 2 * scale:-2 * scale, 2 * scale:-2 * scale]


def convolution(width, normalized):
    """Returns a 3x3 convolution and what follows it: a normalization, or nothing and then a bias."""
    return (nn.Conv2d(width, width, 3, padding=1, bias=not normalized),
            nn.BatchNorm2d(width) if normalized else nn.Identity())


class Block(nn.Module):
    def __init__(self, width, normalized):
        super().__init__()
        self.conv1, self.norm1 = convolution(width, normalized)
        self.prelu = nn.PReLU(width)
        self.conv2, self.norm2 = convolution(width, normalized)

    def forward(self, x):
        return x + self.norm2(self.conv2(self.prelu(self.norm1(self.conv1(x)))))


class SrResNet(nn.Module):
    """The generator srresnet: images [N, channels, h, w] from -1 to 1, to [N, channels, scale h, scale w].

    The recipe super-resolution has normalized=False (normalization: NONE) and added=True (base: BICUBIC).
    """

    def __init__(self, width=64, blocks=16, scale=4, channels=3, normalized=True, added=False):
        super().__init__()
        self.scale, self.added = scale, added
        self.first = nn.ModuleDict({"conv": nn.Conv2d(channels, width, 9, padding=4), "prelu": nn.PReLU(width)})
        self.body = nn.ModuleDict({f"block{i + 1}": Block(width, normalized) for i in range(blocks)})
        self.body["conv"], self.body["norm"] = convolution(width, normalized)
        self.ups = [f"up{i + 1}" for i in range(scale.bit_length() - 1)]
        for name in self.ups:
            up = {"conv": nn.Conv2d(width, 4 * width, 3, padding=1), "prelu": nn.PReLU(width)}
            setattr(self, name, nn.ModuleDict(up))
        self.image = nn.Conv2d(width, channels, 9, padding=4)

    def forward(self, small):
        first = x = self.first["prelu"](self.first["conv"](small))
        for layer in self.body.values():
            x = layer(x)
        x = first + x
        for name in self.ups:
            up = getattr(self, name)
            x = up["prelu"](nn.functional.pixel_shuffle(up["conv"](x), 2))
        x = self.image(x)
        return bicubic(small, self.scale) + x if self.added else torch.tanh(x)
