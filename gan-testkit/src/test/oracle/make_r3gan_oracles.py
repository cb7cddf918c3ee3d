#!/usr/bin/env python3
"""Writes r3gan.json: R3GAN's generator and critic (arXiv:2501.05441), by PyTorch in float64.

Run:  /usr/bin/python3 make_r3gan_oracles.py      (Debian: apt-get install python3-torch)

Layout, numbers and checks are those of make_oracles.py: y, the gradients of sum(y*c), and the gradients of the sum of
their squares. The inputs but x are the networks' variables, by their names. The networks are written after the paper and
brownvc/R3GAN (R3GAN/Networks.py, Resamplers.py). Resampling is by PyTorch's convolutions with the kernel [1,3,3,1].
It also prints numbers of parameters: of the paper's networks, and of the defaults.
"""
import torch
import torch.nn.functional as F

from make_oracles import coarse, op, write

LINE = torch.tensor([1.0, 3, 3, 1])
KERNEL = (LINE[:, None] * LINE / 64).reshape(1, 1, 4, 4)


def up(x):
    n, c, h, w = x.shape
    return F.conv_transpose2d(x.reshape(n * c, 1, h, w), 4 * KERNEL, stride=2, padding=1).reshape(n, c, 2 * h, 2 * w)


def down(x):
    n, c, h, w = x.shape
    return F.conv2d(x.reshape(n * c, 1, h, w), KERNEL, stride=2, padding=1).reshape(n, c, h // 2, w // 2)


def block(p, name, x, groups):
    y = F.leaky_relu(F.conv2d(x, p[name + "/expand/weight"], p[name + "/expand/bias"]), 0.2)
    y = F.conv2d(y, p[name + "/spatial/weight"], p[name + "/spatial/bias"], padding=1, groups=groups)
    return x + F.conv2d(F.leaky_relu(y, 0.2), p[name + "/project/weight"])


def off_kinks(*shape):
    """Numbers whose sums with products of coarse ones are not 0, where leaky ReLU has no derivative."""
    return coarse(*shape) + 2.0 ** -11


def block_variables(name, c, expanded, groups):
    return {name + "/expand/weight": coarse(expanded, c, 1, 1) / 2, name + "/expand/bias": off_kinks(expanded),
            name + "/spatial/weight": coarse(expanded, expanded // groups, 3, 3) / 4,
            name + "/spatial/bias": off_kinks(expanded), name + "/project/weight": coarse(c, expanded, 1, 1) / 2}


def generator(groups):
    def f(**p):
        x = (p["x"] @ p["basis/modulation/weight"])[:, :, None, None] * p["basis/basis"]
        x = block(p, "up0/block1", x, groups[0])
        x = up(F.conv2d(x, p["up1/weight"]))
        return F.conv2d(block(p, "up1/block1", x, groups[1]), p["image/weight"])
    return f


def critic(groups):
    def f(**p):
        x = block(p, "down0/block1", F.conv2d(p["x"], p["colors/weight"]), groups[0])
        x = F.conv2d(down(x), p["down0/weight"])
        x = block(p, "down1/block1", x, groups[1])
        x = F.conv2d(x, p["basis/weight"], groups=x.shape[1]).reshape(x.shape[0], -1)
        return (x @ p["score/weight"]).reshape(-1)
    return f


def cases():
    g = {"x": coarse(2, 2), "basis/basis": coarse(4, 1, 2), "basis/modulation/weight": coarse(2, 4),
         **block_variables("up0/block1", 4, 4, 2), "up1/weight": coarse(2, 4, 1, 1) / 2,
         **block_variables("up1/block1", 2, 2, 1), "image/weight": coarse(1, 2, 1, 1)}
    d = {"x": coarse(2, 1, 2, 4), "colors/weight": coarse(2, 1, 1, 1), **block_variables("down0/block1", 2, 2, 1),
         "down0/weight": coarse(4, 2, 1, 1) / 2, **block_variables("down1/block1", 4, 4, 2),
         "basis/weight": coarse(4, 1, 1, 2), "score/weight": coarse(4, 1)}
    return [op("generator", generator([2, 1]), g), op("critic", critic([1, 2]), d)]


# ---------------------------------------------------------------- numbers of parameters

def block_count(c, expansion, groups):
    m = [torch.nn.Conv2d(c, c * expansion, 1), torch.nn.Conv2d(c * expansion, c * expansion, 3, groups=groups),
         torch.nn.Conv2d(c * expansion, c, 1, bias=False)]
    return sum(p.numel() for each in m for p in each.parameters())


def counts(latent, colors, base, widths, blocks, expansion, groups):
    """The generator's and the critic's, for channels from the smallest map to the largest."""
    body = sum(blocks * block_count(c, expansion, n) for c, n in zip(widths, groups))
    body += sum(a * b for a, b in zip(widths, widths[1:]) if a != b)
    return (body + base * base * widths[0] + latent * widths[0] + widths[-1] * colors,
            body + base * base * widths[0] + widths[0] + widths[-1] * colors)


if __name__ == "__main__":
    write("r3gan.json", cases())
    print("CIFAR-10:", counts(64, 3, 4, [768] * 4, 2, 2, [96] * 4))
    print("FFHQ 256:", counts(64, 3, 4, [768, 768, 768, 768, 384, 192, 96], 2, 2, [96, 96, 96, 96, 48, 24, 12]))
    print("28x28 by default:", counts(64, 1, 7, [64, 32, 16], 1, 2, [8, 4, 2]))
