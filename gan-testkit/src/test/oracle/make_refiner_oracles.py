#!/usr/bin/env python3
"""Writes refiner.json: SimGAN's networks and objectives, by PyTorch in float64.

Run:  /usr/bin/python3 make_refiner_oracles.py      (Debian: apt-get install python3-torch)

Layout and numbers are those of make_oracles.py. Cases:
  refiner    the refiner of width 2 and one block, from 2 channels to 1                   arXiv:1612.07828
  local      the critic of 3 layers, one of which halves, for 5x6 images
  simgan     both players' objectives with small networks, and their gradients: R(y) = a y + b, and a score per pixel,
             tanh(c x) s. The critic learns from the refined images of this update.
The inputs of the networks but x are their variables, by their names here. It also prints their numbers of parameters.
"""
import torch
import torch.nn.functional as F
from torch import nn

from make_oracles import case, coarse, grads, leaves, write
from make_srgan_oracles import count, known


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.conv1 = nn.Conv2d(width, width, 3, padding=1)
        self.conv2 = nn.Conv2d(width, width, 3, padding=1)

    def forward(self, x):
        return F.relu(x + self.conv2(F.relu(self.conv1(x))))


class Refiner(nn.Module):
    def __init__(self, channels, out, width, blocks):
        super().__init__()
        self.first = nn.Conv2d(channels, width, 3, padding=1)
        self.blocks = blocks
        for i in range(blocks):
            setattr(self, f"block{i + 1}", Block(width))
        self.image = nn.Conv2d(width, out, 1)

    def forward(self, x):
        x = F.relu(self.first(x))
        for i in range(self.blocks):
            x = getattr(self, f"block{i + 1}")(x)
        return torch.tanh(self.image(x))


class Local(nn.Module):
    def __init__(self, channels, width, layers, halvings):
        super().__init__()
        self.layers = layers
        for i in range(layers):
            conv = nn.Conv2d(channels if i == 0 else width, width, 3, stride=2 if i < halvings else 1, padding=1)
            setattr(self, f"conv{i + 1}", conv)
        self.hidden = nn.Conv2d(width, width, 1)
        self.score = nn.Conv2d(width, 1, 1)

    def forward(self, x):
        for i in range(self.layers):
            x = F.leaky_relu(getattr(self, f"conv{i + 1}")(x), 0.2)
        return self.score(F.leaky_relu(self.hidden(x), 0.2))


def simgan():
    given = {"real": coarse(4, 1, 2, 3) / 2, "other-image": coarse(4, 1, 2, 3) / 2 + 0.1}
    own = leaves({"a": coarse(1), "b": coarse(1, 2, 3) / 4, "c": coarse(1), "s": coarse(2, 3)})
    weight = 0.75

    def refined():
        return given["other-image"] * own["a"] + own["b"]

    def scores(x):
        return torch.tanh(x * own["c"]) * own["s"]

    def difference():
        return (refined() - given["other-image"]).abs().mean()

    first = difference()
    refiner = F.softplus(-scores(refined())).mean() + weight * difference()
    fake = refined().detach()
    critic = F.softplus(-scores(given["real"])).mean() + F.softplus(scores(fake)).mean()
    expected = {"first": first, "refiner": refiner, "critic": critic}
    for name, loss, of in [("first", first, "ab"), ("refiner", refiner, "ab"), ("critic", critic, "cs")]:
        for letter, gradient in zip(of, grads(loss, [own[letter] for letter in of])):
            expected[f"{name}.{letter}"] = gradient
    return case("simgan", {**given, **own}, {"weight": weight}, expected)


if __name__ == "__main__":
    write("refiner.json", [
        known("refiner", Refiner(2, 1, 2, 1), coarse(2, 2, 3, 4)),
        known("local", Local(1, 2, 3, 1), coarse(2, 1, 5, 6)),
        simgan()])
    print("SimGAN's refiner of gray images, 64 channels, 4 blocks:", count(Refiner(1, 1, 64, 4)))
    print("the local critic, 64 channels, 3 layers:", count(Local(1, 64, 3, 0)))
