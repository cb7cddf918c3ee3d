#!/usr/bin/env python3
"""Writes translation.json: the generators of pix2pix and CycleGAN by PyTorch in float64.

Run:  /usr/bin/python3 make_translation_oracles.py      (Debian: apt-get install python3-torch)

Layout, numbers and checks are those of make_oracles.py. Cases:
  unet_batch           pix2pix's U-Net of 3 halvings, batch normalization, without dropout       arXiv:1611.07004
  unet_instance        2 halvings, instance normalization
  unet_one             one halving, which leaves no stage to concatenate
  translator_instance  CycleGAN's generator with 2 blocks, instance normalization                arXiv:1703.10593
  translator_batch     with 1 block, batch normalization
The inputs but x are the networks' variables, by their names here. The networks are written after the papers and
phillipi/pix2pix (models.lua), and like those of junyanz/pytorch-CycleGAN-and-pix2pix, but for the factor and shift of
instance normalization and for biases, which are left out before a normalization only. It also prints their numbers of
parameters at the papers' sizes.
"""
import torch
from torch import nn

from make_oracles import case, coarse, write

SMALL = 36
NORMS = {"batch": nn.BatchNorm2d, "instance": lambda width: nn.InstanceNorm2d(width, affine=True)}


class UNet(nn.Module):
    """Without dropout."""

    def __init__(self, channels, out, width, depth, norm):
        super().__init__()
        widths = [None] + [min(width * 2 ** i, 8 * width) for i in range(depth)]
        self.depth = depth
        for i in range(1, depth + 1):
            down = {"conv": nn.Conv2d(channels if i == 1 else widths[i - 1], widths[i], 4, 2, 1, bias=i in (1, depth))}
            if i not in (1, depth):
                down["norm"] = NORMS[norm](widths[i])
            setattr(self, f"down{i}", nn.ModuleDict(down))
            above = out if i == 1 else widths[i - 1]
            below = widths[i] * (1 if i == depth else 2)
            up = {"conv": nn.ConvTranspose2d(below, above, 4, 2, 1, bias=i == 1)}
            if i > 1:
                up["norm"] = NORMS[norm](above)
            setattr(self, f"up{i}", nn.ModuleDict(up))

    def forward(self, x):
        encoded = [None]
        for i in range(1, self.depth + 1):
            y = x if i == 1 else nn.functional.leaky_relu(encoded[-1], 0.2)
            for layer in getattr(self, f"down{i}").values():
                y = layer(y)
            encoded.append(y)
        y = encoded.pop()
        for i in range(self.depth, 0, -1):
            y = torch.relu(y)
            for layer in getattr(self, f"up{i}").values():
                y = layer(y)
            if i > 1:
                y = torch.cat([encoded.pop(), y], 1)
        return torch.tanh(y)


class Block(nn.Module):
    def __init__(self, width, norm):
        super().__init__()
        self.conv1 = nn.Conv2d(width, width, 3, padding=1, padding_mode="reflect", bias=False)
        self.norm1 = NORMS[norm](width)
        self.conv2 = nn.Conv2d(width, width, 3, padding=1, padding_mode="reflect", bias=False)
        self.norm2 = NORMS[norm](width)

    def forward(self, x):
        return x + self.norm2(self.conv2(torch.relu(self.norm1(self.conv1(x)))))


class ResNetTranslator(nn.Module):
    def __init__(self, channels, out, width, blocks, norm):
        super().__init__()

        def stage(conv, width):
            return nn.ModuleDict({"conv": conv, "norm": NORMS[norm](width)})

        def up(width):
            return nn.ConvTranspose2d(2 * width, width, 3, 2, 1, output_padding=1, bias=False)

        self.first = stage(nn.Conv2d(channels, width, 7, padding=3, padding_mode="reflect", bias=False), width)
        self.down1 = stage(nn.Conv2d(width, 2 * width, 3, 2, 1, bias=False), 2 * width)
        self.down2 = stage(nn.Conv2d(2 * width, 4 * width, 3, 2, 1, bias=False), 4 * width)
        self.blocks = nn.ModuleDict({f"block{i + 1}": Block(4 * width, norm) for i in range(blocks)})
        self.up2 = stage(up(2 * width), 2 * width)
        self.up1 = stage(up(width), width)
        self.image = nn.ModuleDict({"conv": nn.Conv2d(width, out, 7, padding=3, padding_mode="reflect")})

    def forward(self, x):
        def active(stage, y):
            return torch.relu(stage["norm"](stage["conv"](y)))

        y = active(self.down2, active(self.down1, active(self.first, x)))
        for block in self.blocks.values():
            y = block(y)
        return torch.tanh(self.image["conv"](active(self.up1, active(self.up2, y))))


def known(name, network, x):
    """The output for made-up variables, and the gradients of half its sum of squares by x and all that is small."""
    inputs = {"x": x}
    small = {"x": x.requires_grad_()}
    for path, layer in network.named_modules():
        normalization = isinstance(layer, (nn.BatchNorm2d, nn.InstanceNorm2d))
        for of, parameter in layer.named_parameters(recurse=False):
            values = coarse(*parameter.shape) / 4
            parameter.data = values
            to = {"weight": "gamma", "bias": "beta"}[of] if normalization else of
            # Gan4J keeps instance normalization's as [C,1,1]
            instance = isinstance(layer, nn.InstanceNorm2d)
            inputs[path.replace(".", "/") + "/" + to] = values[:, None, None] if instance else values
            if values.numel() <= SMALL:
                small[path.replace(".", "/") + "/" + to] = parameter
    y = network.train()(x)
    gradients = torch.autograd.grad((y ** 2).sum() / 2, list(small.values()))
    return case(name, inputs, {}, {"y": y, **{"grad " + to: of.reshape(inputs[to].shape)
                                              for to, of in zip(small, gradients)}})


def count(network):
    return sum(p.numel() for p in network.parameters())


if __name__ == "__main__":
    write("translation.json", [
        known("unet_batch", UNet(2, 1, 1, 3, "batch"), coarse(2, 2, 8, 8)),
        known("unet_instance", UNet(1, 2, 1, 2, "instance"), coarse(2, 1, 12, 4)),
        known("unet_one", UNet(1, 1, 2, 1, "batch"), coarse(2, 1, 6, 2)),
        known("translator_instance", Translator(2, 1, 1, 2, "instance"), coarse(2, 2, 8, 12)),
        known("translator_batch", Translator(1, 1, 1, 1, "batch"), coarse(2, 1, 8, 8))], most=80_000)
    print("pix2pix's U-Net, 256x256, batch normalization:", count(UNet(3, 3, 64, 8, "batch")))
    print("CycleGAN's generator, 9 blocks, instance normalization:", count(Translator(3, 3, 64, 9, "instance")))
    print("the same with 6 blocks:", count(Translator(3, 3, 64, 6, "instance")))
