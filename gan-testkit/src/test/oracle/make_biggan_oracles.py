#!/usr/bin/env python3
"""Writes biggan.json: the residual blocks of BigGAN (arXiv:1809.11096, figure 15), by PyTorch in float64.

Run:  /usr/bin/python3 make_biggan_oracles.py      (Debian: apt-get install python3-torch)

Layout, numbers and checks are those of make_oracles.py: y, the gradients of sum(y*c), and the gradients of the sum of
their squares. The blocks have SiLU in place of ReLU, which has no second derivative. It also prints the numbers of
parameters of the networks of appendix B, tables 4 to 6, whose modules are written after the tables. Where a table and
the total of the paper's table 1 (158.3 million for 128x128, width 96) disagree, the total decides: the first linear layer
gets its chunk of the latents alone, without the class embedding.
"""
import torch
import torch.nn.functional as F
from torch import nn

from make_layer_oracles import conv, down, third, up, weights
from make_oracles import coarse, op, write

CLASSES, EMBEDDING = 1000, 128


class Up(nn.Module):
    def __init__(self, i, o, vector):
        super().__init__()
        self.modulations = nn.ModuleList(nn.Linear(vector, c, bias=False) for c in (i, i, o, o))
        self.convolutions = nn.ModuleList([nn.Conv2d(i, o, 3), nn.Conv2d(o, o, 3), nn.Conv2d(i, o, 1)])


class Down(nn.Module):
    def __init__(self, i, o, shortcut):
        super().__init__()
        self.convolutions = nn.ModuleList([nn.Conv2d(i, o, 3), nn.Conv2d(o, o, 3)])
        self.shortcut = nn.Conv2d(i, o, 1) if shortcut else nn.Identity()


class Attention(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.convolutions = nn.ModuleList(nn.Conv2d(i, o, 1, bias=False)
                                          for i, o in ((c, c // 8), (c, c // 8), (c, c // 2), (c // 2, c)))
        self.gamma = nn.Parameter(torch.zeros(()))


def generator(latent, ch, factors, attention_after):
    chunk = latent // len(factors)
    c = [ch * f for f in factors]
    parts = [nn.Embedding(CLASSES, EMBEDDING), nn.Linear(chunk, 16 * c[0])]
    parts += [Up(i, o, EMBEDDING + chunk) for i, o in zip(c, c[1:])]
    parts += [Attention(c[attention_after]), nn.BatchNorm2d(c[-1]), nn.Conv2d(c[-1], 3, 3)]
    return nn.ModuleList(parts)


def critic(ch, factors, attention_after):
    c = [3] + [ch * f for f in factors]
    parts = [Down(i, o, n < len(factors) - 1 or i != o) for n, (i, o) in enumerate(zip(c, c[1:]))]
    return nn.ModuleList(parts + [Attention(c[attention_after]), nn.Embedding(CLASSES, c[-1]), nn.Linear(c[-1], 1)])


def count(module):
    return sum(p.numel() for p in module.parameters())


# ---------------------------------------------------------------- blocks

def modulated(x, v, gain, shift):
    y = F.batch_norm(x, None, None, training=True, eps=1e-5)
    return y * (1 + v @ gain)[:, :, None, None] + (v @ shift)[:, :, None, None]


def up_block(x, v, a1, s1, w1, b1, a2, s2, w2, b2, ws, bs):
    y = conv(up(F.silu(modulated(x, v, a1, s1))), w1, b1)
    y = conv(F.silu(modulated(y, v, a2, s2)), w2, b2)
    return y + up(conv(x, ws, bs))


def keeping_block(x, w1, b1, w2, b2, ws, bs):
    return conv(F.silu(conv(F.silu(x), w1, b1)), w2, b2) + conv(x, ws, bs)


def cases():
    vector, i, o = 3, 2, 1
    one, two = weights(i, o, o)
    ins = {"x": coarse(2, i, 2, 2), "v": coarse(2, vector), "a1": third(coarse(vector, i)), "s1": third(coarse(vector, i)),
           **one, "a2": third(coarse(vector, o)), "s2": third(coarse(vector, o)), **two, "ws": coarse(o, i, 1, 1),
           "bs": coarse(o)}
    down_one, down_two = weights(1, 2, 2)
    critic_ins = {"x": coarse(2, 1, 2, 4), **down_one, **down_two, "ws": coarse(2, 1, 1, 1), "bs": coarse(2)}
    return [op("up", up_block, ins), op("down", lambda **p: down(keeping_block(**p)), critic_ins),
            op("keep", keeping_block, critic_ins)]


if __name__ == "__main__":
    write("biggan.json", cases(), 60_000)
    torch.set_default_dtype(torch.float32)
    for size, latent, g, ga, d, da in (
            (128, 120, [16, 16, 8, 4, 2, 1], 4, [1, 2, 4, 8, 16, 16], 1),
            (256, 140, [16, 16, 8, 8, 4, 2, 1], 4, [1, 2, 4, 8, 8, 16, 16], 2),
            (512, 128, [16, 16, 8, 8, 4, 2, 1, 1], 4, [1, 1, 2, 4, 8, 8, 16, 16], 3)):
        print(size, count(generator(latent, 96, g, ga)), count(critic(96, d, da)))
