#!/usr/bin/env python3
"""Writes srgan.json: the networks of SRGAN and Real-ESRGAN, and VGG-19's first layers, by PyTorch in float64.

Run:  /usr/bin/python3 make_srgan_oracles.py      (Debian: apt-get install python3-torch)

Layout, numbers and checks are those of make_oracles.py. Cases:
  prelu              one slope per channel, with first and second derivatives             arXiv:1502.01852
  srresnet_batch     SRResNet with one block, 4 times as large, batch normalization       arXiv:1609.04802
  srresnet_bicubic   without normalization, twice as large, added to the bicubic enlargement
  srgan              SRGAN's critic of 5x7 images, batch normalization
  unet               Real-ESRGAN's U-Net critic of 8x16 images                            arXiv:2107.10833
  vgg19              one pixel of relu1_2 and relu2_2, and their means, for weights and an image by made_up()
The inputs but x are the networks' variables, by their names here. The networks are written after the papers and
xinntao/Real-ESRGAN (realesrgan/archs/discriminator_arch.py), and like those of Lornatang/SRGAN-PyTorch, but for PReLU's
slopes: one per channel, not one per layer. It also prints their numbers of parameters at the papers' sizes.
"""
import torch
import torch.nn.functional as F
from torch import nn

from make_oracles import case, coarse, op, write


class Block(nn.Module):
    def __init__(self, width, normalized):
        super().__init__()
        self.conv1 = nn.Conv2d(width, width, 3, padding=1, bias=not normalized)
        self.norm1 = nn.BatchNorm2d(width) if normalized else nn.Identity()
        self.prelu = nn.PReLU(width)
        self.conv2 = nn.Conv2d(width, width, 3, padding=1, bias=not normalized)
        self.norm2 = nn.BatchNorm2d(width) if normalized else nn.Identity()

    def forward(self, x):
        return x + self.norm2(self.conv2(self.prelu(self.norm1(self.conv1(x)))))


class SrResNet(nn.Module):
    def __init__(self, channels, width, blocks, doublings, normalized=True):
        super().__init__()
        self.first = nn.ModuleDict({"conv": nn.Conv2d(channels, width, 9, padding=4), "prelu": nn.PReLU(width)})
        self.body = nn.ModuleDict({f"block{i + 1}": Block(width, normalized) for i in range(blocks)})
        self.body["conv"] = nn.Conv2d(width, width, 3, padding=1, bias=not normalized)
        self.body["norm"] = nn.BatchNorm2d(width) if normalized else nn.Identity()
        self.doublings = doublings
        for i in range(doublings):
            up = {"conv": nn.Conv2d(width, 4 * width, 3, padding=1), "prelu": nn.PReLU(width)}
            setattr(self, f"up{i + 1}", nn.ModuleDict(up))
        self.image = nn.Conv2d(width, channels, 9, padding=4)

    def forward(self, x):
        first = y = self.first["prelu"](self.first["conv"](x))
        for layer in self.body.values():
            y = layer(y)
        y = first + y
        for i in range(self.doublings):
            up = getattr(self, f"up{i + 1}")
            y = up["prelu"](F.pixel_shuffle(up["conv"](y), 2))
        return self.image(y)


class SrganCritic(nn.Module):
    def __init__(self, channels, width, height_and_width):
        super().__init__()
        self.stages = []
        for i in range(8):
            out = width * 2 ** (i // 2)
            conv = nn.Conv2d(channels, out, 3, stride=1 + i % 2, padding=1, bias=i == 0)
            stage = {"conv": conv} if i == 0 else {"conv": conv, "norm": nn.BatchNorm2d(out)}
            setattr(self, f"stage{i + 1}", nn.ModuleDict(stage))
            channels = out
        places = -(-height_and_width[0] // 16) * -(-height_and_width[1] // 16)
        self.hidden = nn.Linear(channels * places, 16 * width)
        self.score = nn.Linear(16 * width, 1)

    def forward(self, x):
        for i in range(8):
            for layer in getattr(self, f"stage{i + 1}").values():
                x = layer(x)
            x = F.leaky_relu(x, 0.2)
        return self.score(F.leaky_relu(self.hidden(x.flatten(1)), 0.2)).reshape(-1)


class UNetCritic(nn.Module):
    def __init__(self, channels, width):
        super().__init__()
        self.conv0 = nn.Conv2d(channels, width, 3, padding=1)
        self.conv1 = nn.Conv2d(width, width * 2, 4, 2, 1, bias=False)
        self.conv2 = nn.Conv2d(width * 2, width * 4, 4, 2, 1, bias=False)
        self.conv3 = nn.Conv2d(width * 4, width * 8, 4, 2, 1, bias=False)
        self.conv4 = nn.Conv2d(width * 8, width * 4, 3, padding=1, bias=False)
        self.conv5 = nn.Conv2d(width * 4, width * 2, 3, padding=1, bias=False)
        self.conv6 = nn.Conv2d(width * 2, width, 3, padding=1, bias=False)
        self.conv7 = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.conv8 = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.conv9 = nn.Conv2d(width, 1, 3, padding=1)

    def forward(self, x):
        def a(y):
            return F.leaky_relu(y, 0.2)

        def up(y):
            return F.interpolate(y, scale_factor=2, mode="bilinear", align_corners=False)

        x0 = a(self.conv0(x))
        x1 = a(self.conv1(x0))
        x2 = a(self.conv2(x1))
        x3 = a(self.conv3(x2))
        x4 = a(self.conv4(up(x3))) + x2
        x5 = a(self.conv5(up(x4))) + x1
        x6 = a(self.conv6(up(x5))) + x0
        return self.conv9(a(self.conv8(a(self.conv7(x6)))))


# ---------------------------------------------------------------- values

NAMES = {nn.BatchNorm2d: {"weight": "gamma", "bias": "beta"}, nn.PReLU: {"weight": "slope"}}


def known(name, network, x, base=lambda x: 0, **settings):
    """The network's output for made-up variables. Linear weights are [in, out] in Gan4J."""
    inputs = {"x": x}
    for path, layer in network.named_modules():
        for of, parameter in layer.named_parameters(recurse=False):
            values = coarse(*parameter.shape) / 4
            parameter.data = values
            to = path.replace(".", "/") + "/" + NAMES.get(type(layer), {}).get(of, of)
            inputs[to] = values.T if isinstance(layer, nn.Linear) and of == "weight" else values
    return case(name, inputs, settings, {"y": network.train()(x) + base(x)})


def bicubic(x, scale):
    """MATLAB's imresize for enlargements: Keys's kernel, a = -0.5, over an image that is mirrored at its border."""
    def kernel(d):
        d = abs(d)
        if d <= 1:
            return 1.5 * d ** 3 - 2.5 * d ** 2 + 1
        return -0.5 * d ** 3 + 2.5 * d ** 2 - 4 * d + 2 if d < 2 else 0

    def along(y, axis):
        n = y.shape[axis]
        mirrored = torch.cat([y.flip(axis), y, y.flip(axis)], axis)
        lines = []
        for i in range(n * scale):
            place = (i + 0.5) / scale - 0.5
            lines.append(sum(kernel(place - j) * mirrored.select(axis, j + n) for j in range(-n, 2 * n)))
        return torch.stack(lines, axis)

    y = along(along(x, 2), 3)
    # PyTorch agrees away from the border, where it leaves out what is outside
    other = F.interpolate(x, scale_factor=scale, mode="bicubic", antialias=True)
    inner = slice(2 * scale, -2 * scale)
    assert torch.allclose(y[:, :, inner, inner], other[:, :, inner, inner])
    return y


def made_up(layer, *shape):
    """Numbers in [-1, 1] by integer arithmetic, rounded to float32."""
    i = torch.arange(torch.Size(shape).numel())
    return ((7919 * i + 104729 * layer) % 2003 - 1001).double().div(1001).reshape(shape)


def vgg19():
    x = made_up(100, 1, 3, 7, 6).float().double()
    y = ((x + 1) / 2 - torch.tensor([0.485, 0.456, 0.406])[:, None, None]) / \
        torch.tensor([0.229, 0.224, 0.225])[:, None, None]
    outputs = []
    for layer, (channels, out) in zip([0, 2, 5, 7], [(3, 64), (64, 64), (64, 128), (128, 128)]):
        if layer == 5:
            y = F.max_pool2d(y, 2)
        weight = made_up(layer, out, channels, 3, 3) * (6 / (9 * channels)) ** 0.5
        bias = made_up(layer + 1, out) / 10
        y = F.relu(F.conv2d(y, weight.float().double(), bias.float().double(), padding=1))
        outputs.append(y)
    return case("vgg19", {}, {}, {"relu1_2": outputs[1][0, :, 2, 3], "relu2_2": outputs[3][0, :, 1, 2],
                                  "means": torch.stack([each.mean() for each in outputs])})


def count(network):
    return sum(p.numel() for p in network.parameters())


if __name__ == "__main__":
    small = torch.arange(2 * 3 * 9 * 9).reshape(2, 3, 9, 9) * 0.37 % 1
    bicubic(small, 2)
    bicubic(small, 4)
    write("srgan.json", [
        op("prelu", lambda x, slope: F.prelu(x, slope), {"x": coarse(2, 3, 2, 2), "slope": coarse(3)}),
        known("srresnet_batch", SrResNet(1, 2, 1, 2), coarse(2, 1, 3, 4)),
        known("srresnet_bicubic", SrResNet(2, 2, 1, 1, normalized=False), coarse(1, 2, 3, 5),
              base=lambda x: bicubic(x, 2)),
        known("srgan", SrganCritic(2, 1, (5, 7)), coarse(3, 2, 5, 7)),
        known("unet", UNetCritic(2, 1), coarse(1, 2, 8, 16)),
        vgg19()])
    print("SRResNet x4, 64 channels, 16 blocks:", count(SrResNet(3, 64, 16, 2)))
    print("the same without normalization:", count(SrResNet(3, 64, 16, 2, normalized=False)))
    print("SRGAN's critic of 96x96:", count(SrganCritic(3, 64, (96, 96))))
    print("Real-ESRGAN's U-Net critic, 64 channels:", count(UNetCritic(3, 64)))
