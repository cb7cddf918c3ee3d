#!/usr/bin/env python3
"""Writes translation-games.json: what the players of pix2pix and CycleGAN must minimize, by PyTorch in float64.

Run:  /usr/bin/python3 make_translation_game_oracles.py      (Debian: apt-get install python3-torch)

Layout and numbers are those of make_oracles.py. Expected are the players' sums of terms, and their gradients.
pix2pix: the generator multiplies a gray source by one number per color, g; the critic's score is tanh([x, y] C)·s with the
non-saturating loss.
  generator = adversarial + 100 · mean |y - G(x)|                                arXiv:1611.07004, equation 4
cyclegan: the generators multiply by the numbers g and f; both critics' scores are tanh(x C)·s, each with its own C and s,
with least squares, ((r - 1)² + f²) / 2 for a critic, as in the paper's code, and (f - 1)² for a generator.
  generators = both adversarial + 10 · both cycles + 10 · 0.5 · both identities  arXiv:1703.10593, equation 3 and 5.2
"""
import torch
import torch.nn.functional as F

from make_oracles import case, data, write

N, SIDE, FEATURES = 4, 4, 5


def learned(**tensors):
    for t in tensors.values():
        t.requires_grad_()
    return tensors


def gradients(of, prefix, own, names):
    return {f"{prefix}.{name}": g for name, g in
            zip(names, torch.autograd.grad(of, [own[name] for name in names], retain_graph=True))}


def pix2pix():
    source, real = data(N, 1, SIDE, SIDE), data(N, 3, SIDE, SIDE)
    own = learned(g=data(1, 3, 1, 1), c=data(4 * SIDE * SIDE, FEATURES), s=data(FEATURES, 1))

    def score(y):
        return torch.tanh(torch.cat([source, y], 1).reshape(N, -1) @ own["c"]) @ own["s"]

    fake = source * own["g"]
    generator = F.softplus(-score(fake)).mean() + 100 * (real - fake).abs().mean()
    critic = F.softplus(-score(real)).mean() + F.softplus(score(fake.detach())).mean()
    return case("pix2pix", {"real": real, "source": source, **own}, {},
                {"generator": generator, "critic": critic, **gradients(generator, "generator", own, "g"),
                 **gradients(critic, "critic", own, "cs")})


def cyclegan():
    a, b = data(N, 3, SIDE, SIDE), data(N, 3, SIDE, SIDE)
    own = learned(g=data(1), f=data(1), ca=data(3 * SIDE * SIDE, FEATURES), sa=data(FEATURES, 1),
                  cb=data(3 * SIDE * SIDE, FEATURES), sb=data(FEATURES, 1))

    def score(x, side):
        return torch.tanh(x.reshape(N, -1) @ own["c" + side]) @ own["s" + side]

    def to_b(x):
        return x * own["g"]

    def to_a(x):
        return x * own["f"]

    def distance(x, y):
        return (x - y).abs().mean()

    adversarial = ((score(to_b(a), "b") - 1) ** 2).mean() + ((score(to_a(b), "a") - 1) ** 2).mean()
    cycle = distance(to_a(to_b(a)), a) + distance(to_b(to_a(b)), b)
    identity = distance(to_a(a), a) + distance(to_b(b), b)
    generators = adversarial + 10 * cycle + 10 * 0.5 * identity
    critic_a = 0.5 * (((score(a, "a") - 1) ** 2).mean() + (score(to_a(b).detach(), "a") ** 2).mean())
    critic_b = 0.5 * (((score(b, "b") - 1) ** 2).mean() + (score(to_b(a).detach(), "b") ** 2).mean())
    return case("cyclegan", {"real": a, "other-image": b, **own}, {},
                {"generators": generators, "critic-a": critic_a, "critic-b": critic_b,
                 **gradients(generators, "generators", own, "gf"),
                 **gradients(critic_a, "critic-a", own, ("ca", "sa")),
                 **gradients(critic_b, "critic-b", own, ("cb", "sb"))})


if __name__ == "__main__":
    write("translation-games.json", [pix2pix(), cyclegan()])
