#!/usr/bin/env python3
"""Writes small networks of PyTorch, each as its state dict and as an input with its output:

    /usr/bin/python3 gan-export/src/test/oracle/make_torch_weights.py    (needs python3-torch, here 1.13.1)

Those of other programs are written here after their published layers, with the names of their state dicts.
"""
import pathlib
import sys

import torch
from torch import nn

ROOT = pathlib.Path(__file__).resolve().parents[4]
OUT = ROOT / "gan-export/src/test/resources/org/gan4j/export/weights"
sys.path.insert(0, str(ROOT / "examples/pytorch"))
from gan4j import Dcgan, SrResNet, write_safetensors  # noqa: E402


class Main(nn.Module):
    """Layers called main.0, main.1, ..., as in the DCGAN of pytorch/examples."""

    def __init__(self, *layers):
        super().__init__()
        self.main = nn.Sequential(*layers)

    def forward(self, x):
        return self.main(x)


def examples_generator(nz, ngf, nc):
    layers = [nn.ConvTranspose2d(nz, 8 * ngf, 4, 1, 0, bias=False), nn.BatchNorm2d(8 * ngf), nn.ReLU()]
    for count in (8, 4, 2):
        layers += [nn.ConvTranspose2d(count * ngf, count * ngf // 2, 4, 2, 1, bias=False),
                   nn.BatchNorm2d(count * ngf // 2), nn.ReLU()]
    return Main(*layers, nn.ConvTranspose2d(ngf, nc, 4, 2, 1, bias=False), nn.Tanh())


def examples_critic(nc, ndf):
    layers = [nn.Conv2d(nc, ndf, 4, 2, 1, bias=False), nn.LeakyReLU(0.2)]
    for count in (1, 2, 4):
        layers += [nn.Conv2d(count * ndf, 2 * count * ndf, 4, 2, 1, bias=False), nn.BatchNorm2d(2 * count * ndf),
                   nn.LeakyReLU(0.2)]
    return Main(*layers, nn.Conv2d(8 * ndf, 1, 4, 1, 0, bias=False))  # the score is before the sigmoid


class Residual(nn.Module):
    def __init__(self, **layers):
        super().__init__()
        for name, layer in layers.items():
            setattr(self, name, layer)

    def forward(self, x):
        y = x
        for layer in self.children():
            y = layer(y)
        return x + y


class Trunk(nn.Module):
    """SRResNet with the names of Lornatang/SRGAN-PyTorch, but tanh in place of its clamp."""

    def __init__(self, width, blocks, ups, channels):
        super().__init__()

        def conv():
            return nn.Conv2d(width, width, 3, 1, 1, bias=False)

        self.conv1 = nn.Sequential(nn.Conv2d(channels, width, 9, 1, 4), nn.PReLU())
        self.trunk = nn.Sequential(*[
            Residual(rcb=nn.Sequential(
                conv(), nn.BatchNorm2d(width), nn.PReLU(), conv(), nn.BatchNorm2d(width)))
            for _ in range(blocks)])
        self.conv2 = nn.Sequential(conv(), nn.BatchNorm2d(width))
        self.upsampling = nn.Sequential(*[self.up(width) for _ in range(ups)])
        self.conv3 = nn.Conv2d(width, channels, 9, 1, 4)

    @staticmethod
    def up(width):
        block = nn.Module()
        block.upsample_block = nn.Sequential(
            nn.Conv2d(width, 4 * width, 3, 1, 1), nn.PixelShuffle(2), nn.PReLU())
        block.forward = block.upsample_block.forward
        return block

    def forward(self, x):
        first = self.conv1(x)
        return torch.tanh(self.conv3(self.upsampling(first + self.conv2(self.trunk(first)))))


class Blocks(nn.Module):
    """SRResNet with the names of leftthomas/SRGAN, whose convolutions have biases, but without (tanh + 1) / 2."""

    def __init__(self, width, blocks, ups, channels):
        super().__init__()
        self.block1 = nn.Sequential(nn.Conv2d(channels, width, 9, padding=4), nn.PReLU())
        for i in range(2, blocks + 2):
            setattr(self, f"block{i}", Residual(
                conv1=nn.Conv2d(width, width, 3, padding=1), bn1=nn.BatchNorm2d(width), prelu=nn.PReLU(),
                conv2=nn.Conv2d(width, width, 3, padding=1), bn2=nn.BatchNorm2d(width)))
        self.after = f"block{blocks + 2}"
        self.end = f"block{blocks + 3}"
        setattr(self, self.after, nn.Sequential(nn.Conv2d(width, width, 3, padding=1), nn.BatchNorm2d(width)))
        layers = nn.Sequential()
        for i in range(ups):
            up = nn.Sequential()
            up.add_module("conv", nn.Conv2d(width, 4 * width, 3, padding=1))
            up.add_module("pixel_shuffle", nn.PixelShuffle(2))
            up.add_module("prelu", nn.PReLU())
            layers.add_module(str(i), up)
        layers.add_module(str(ups), nn.Conv2d(width, channels, 9, padding=4))
        setattr(self, self.end, layers)

    def forward(self, x):
        first = x = self.block1(x)
        for i in range(2, int(self.after[5:])):
            x = getattr(self, f"block{i}")(x)
        return torch.tanh(getattr(self, self.end)(first + getattr(self, self.after)(x)))


def randomized(module):
    """Returns a module whose parameters and running moments are all different."""
    for name, tensor in module.state_dict().items():
        if name.endswith("running_var"):
            tensor.uniform_(0.5, 2)
        elif tensor.dtype == torch.float32 and tensor.dim() == 1:
            tensor.add_(0.2 * torch.randn(tensor.shape))
        elif tensor.dim() > 1:
            tensor.normal_(0, 0.9 / max(1, tensor[0].numel()) ** 0.5)
    return module.eval()


def case(name, module, given, shown=lambda x: x):
    randomized(module)
    with torch.no_grad():
        made = module(given)
    write_safetensors(module.state_dict(), OUT / f"{name}.safetensors")
    write_safetensors({"input": given, "output": shown(made)}, OUT / f"{name}-output.safetensors")
    print(f"{name}: {sum(p.numel() for p in module.parameters())} parameters, outputs from {made.min():.3f} to {made.max():.3f}")


def with_norm(norm):
    """Returns our DCGAN with another normalization, from its number of channels."""
    module = Dcgan(latent=3, width=2, depth=2, channels=1, height=28)
    module.norm0, module.norm1 = norm(4), norm(2)
    return module


torch.manual_seed(7)
case("dcgan", Dcgan(latent=3, width=2, depth=2, channels=1, height=28), torch.randn(2, 3))
case("dcgan-examples", examples_generator(3, 2, 1), torch.randn(2, 3, 1, 1), lambda x: x[:, :, ::8, ::8])
case("dcgan-examples-critic", examples_critic(1, 2),
     torch.sin(0.1 * torch.arange(2 * 64 * 64, dtype=torch.float64)).float().reshape(2, 1, 64, 64))
case("srresnet", SrResNet(width=3, blocks=2, scale=4, channels=1), torch.rand(1, 1, 6, 5) * 2 - 1)
case("srresnet-trunk", Trunk(3, 2, 2, 1), torch.rand(1, 1, 6, 5) * 2 - 1)
case("srresnet-blocks", Blocks(3, 2, 2, 1), torch.rand(1, 1, 6, 5) * 2 - 1)
case("srresnet-bicubic", SrResNet(width=3, blocks=2, scale=4, channels=1, normalized=False, added=True),
     torch.rand(1, 1, 6, 5) * 2 - 1)
case("dcgan-layer", with_norm(lambda channels: nn.GroupNorm(1, channels)), torch.randn(1, 3))
case("dcgan-instance", with_norm(lambda channels: nn.InstanceNorm2d(channels, affine=True)), torch.randn(1, 3))
