#!/usr/bin/env python3
"""Writes super-resolution.json: what the players of SRGAN must minimize, by PyTorch in float64.

Run:  /usr/bin/python3 make_super_resolution_oracles.py      (Debian: apt-get install python3-torch)

Layout and numbers are those of make_oracles.py. The generator repeats the pixels of small images and multiplies them by a;
the critic's score is tanh(x A)·s with the non-saturating loss. Expected are the first phase's distance of pixels, both
players' sums of terms in the second phase, with the distance of pixels as the content, and gradients:
  generator = w_c content + w_a adversarial + w_p pixels + w_t TV     arXiv:1609.04802, section 2.2
TV is the sum over an image of the absolute differences of neighbors, averaged over images.
"""
import torch
import torch.nn.functional as F

from make_oracles import case, data, write

N, C, H, W, FEATURES, SCALE = 4, 3, 4, 4, 5, 2
CONTENT, ADVERSARIAL, PIXELS, VARIATION = 0.5, 1e-3, 0.25, 0.125


def variation(x):
    return ((x[:, :, 1:] - x[:, :, :-1]).abs().sum() + (x[:, :, :, 1:] - x[:, :, :, :-1]).abs().sum()) / N


def players(name):
    real, small = data(N, C, H, W), data(N, C, H // SCALE, W // SCALE)
    own = {"a": data(1), "c": data(C * H * W, FEATURES), "s": data(FEATURES, 1)}
    for t in own.values():
        t.requires_grad_()

    def distance(x, y):
        return (x - y).abs().mean() if name == "l1" else ((x - y) ** 2).mean()

    def score(x):
        return torch.tanh(x.reshape(N, -1) @ own["c"]) @ own["s"]

    fake = F.interpolate(small, scale_factor=SCALE, mode="nearest") * own["a"]
    first = distance(real, fake)
    generator = ((CONTENT + PIXELS) * first + ADVERSARIAL * F.softplus(-score(fake)).mean()
                 + VARIATION * variation(fake))
    critic = F.softplus(-score(real)).mean() + F.softplus(score(fake.detach())).mean()
    expected = {"first": first, "first.a": torch.autograd.grad(first, own["a"], retain_graph=True)[0],
                "generator": generator, "generator.a": torch.autograd.grad(generator, own["a"])[0],
                "critic": critic}
    expected |= {"critic." + key: g for key, g in
                 zip(("c", "s"), torch.autograd.grad(critic, (own["c"], own["s"])))}
    return case(name, {"real": real, "low-resolution": small, **own}, {}, expected)


if __name__ == "__main__":
    write("super-resolution.json", [players("l1"), players("l2")])
