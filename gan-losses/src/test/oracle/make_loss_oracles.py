#!/usr/bin/env python3
"""Writes losses.json: values and gradients of adversarial losses at fixed scores, by PyTorch in float64.

Run:  /usr/bin/python3 make_loss_oracles.py      (Debian: apt-get install python3-torch)

Layout and numbers are those of gan-testkit's make_oracles.py. The formulas are written as in the papers. The setting
"loss" is the text of the Java record, so each case names the loss with its settings. Each gradient is also checked by
finite differences.
"""
import math
import sys
from pathlib import Path

import torch
import torch.nn.functional as F

sys.path.append(str(Path(__file__).resolve().parents[4] / "gan-testkit/src/test/oracle"))
from make_oracles import case, check_by_differences, grads, leaves, write  # noqa: E402

SCORES = {  # none on a kink: real = 1, fake = -1, or these relative to the other side's mean
    "small": ([0.5, -1.25, 2.0, 0.0, 1.5, -0.375], [-0.75, 1.125, 0.0, -2.5, 0.25, 3.0]),
    "large": ([40.0, -40.0, 25.0, -25.0, 0.5, 8.0], [-40.0, 40.0, -25.0, 25.0, -0.5, -8.0]),
}


def log_d(s):  # log D, with D = sigmoid(s)
    return F.logsigmoid(s)


def log_1_d(s):  # log(1 - D)
    return F.logsigmoid(-s)


def cross_entropy(alpha):
    """arXiv:1406.2661, equation 1, with the one-sided label smoothing of arXiv:1606.03498."""
    return lambda real, fake: (-(alpha * log_d(real) + (1 - alpha) * log_1_d(real)).mean() - log_1_d(fake).mean())


def least_squares(a, b, c):
    """arXiv:1611.04076, equation 2."""
    return (lambda real, fake: ((real - b) ** 2).mean() / 2 + ((fake - a) ** 2).mean() / 2,
            lambda real, fake: ((fake - c) ** 2).mean() / 2)


def relativistic(f1, f2):
    """arXiv:1807.00734, relativistic average GANs; the generator's loss is the critic's with the sides exchanged."""
    def critic(real, fake):
        return f1(real - fake.mean()).mean() + f2(fake - real.mean()).mean()
    return critic, lambda real, fake: critic(fake, real)


def exp(u, largest=20.0):
    """exp(u), continued by its tangent beyond the largest exponent, as FGan documents."""
    top = math.exp(largest)
    return torch.where(u > largest, top * (1 + u - largest), torch.exp(u.clamp(max=largest)))


def f_gan(activation, conjugate):
    """arXiv:1606.00709, equation 9 with table 2, and the generator's loss of section 3.2."""
    return (lambda real, fake: -activation(real).mean() + conjugate(activation(fake)).mean(),
            lambda real, fake: -activation(fake).mean())


KL = f_gan(lambda v: v, lambda t: exp(t - 1))
REVERSE_KL = f_gan(lambda v: -exp(-v), lambda t: -1 - torch.log(-t))
PEARSON = f_gan(lambda v: v, lambda t: t ** 2 / 4 + t)
JENSEN_SHANNON = f_gan(lambda v: math.log(2) - torch.log(1 + torch.exp(-v)), lambda t: -torch.log(2 - torch.exp(t)))

LOSSES = {  # the record's text: name of the cases, critic, generator
    "NonSaturating[realLabel=1.0]":
        ("non_saturating", cross_entropy(1), lambda real, fake: -log_d(fake).mean()),
    "NonSaturating[realLabel=0.9]":
        ("non_saturating_smoothed", cross_entropy(0.9), lambda real, fake: -log_d(fake).mean()),
    "Minimax[realLabel=1.0]":
        ("minimax", cross_entropy(1), lambda real, fake: log_1_d(fake).mean()),
    "Minimax[realLabel=0.75]":
        ("minimax_smoothed", cross_entropy(0.75), lambda real, fake: log_1_d(fake).mean()),
    "Wasserstein[]":
        ("wasserstein", lambda real, fake: fake.mean() - real.mean(), lambda real, fake: -fake.mean()),
    "LeastSquares[a=0.0, b=1.0, c=1.0]": ("least_squares", *least_squares(0, 1, 1)),
    "LeastSquares[a=-1.0, b=1.0, c=0.0]": ("least_squares_pearson", *least_squares(-1, 1, 0)),
    "Hinge[]":
        ("hinge", lambda real, fake: -torch.minimum(torch.zeros_like(real), real - 1).mean()
         - torch.minimum(torch.zeros_like(fake), -fake - 1).mean(), lambda real, fake: -fake.mean()),
    "RelativisticPairing[]":
        ("relativistic_pairing", lambda real, fake: -log_d(real - fake).mean(),
         lambda real, fake: -log_d(fake - real).mean()),
    "RelativisticAverage[kind=STANDARD]":
        ("relativistic_standard", *relativistic(lambda r: -log_d(r), lambda f: -log_1_d(f))),
    "RelativisticAverage[kind=LEAST_SQUARES]":
        ("relativistic_least_squares", *relativistic(lambda r: (r - 1) ** 2, lambda f: (f + 1) ** 2)),
    "RelativisticAverage[kind=HINGE]":
        ("relativistic_hinge", *relativistic(lambda r: F.relu(1 - r), lambda f: F.relu(1 + f))),
    "FGan[divergence=KL]": ("f_gan_kl", *KL),
    "FGan[divergence=REVERSE_KL]": ("f_gan_reverse_kl", *REVERSE_KL),
    "FGan[divergence=PEARSON]": ("f_gan_pearson", *PEARSON),
    "FGan[divergence=JENSEN_SHANNON]": ("f_gan_jensen_shannon", *JENSEN_SHANNON),
}
CANCELS = {  # the conjugate of a large score loses its digits in the formula as written
    "FGan[divergence=JENSEN_SHANNON]", "FGan[divergence=REVERSE_KL]"}


def losses():
    cases = []
    for text, (name, critic, generator) in LOSSES.items():
        for size, (real, fake) in SCORES.items():
            for role, loss in {"critic": critic, "generator": generator}.items():
                if size == "large" and role == "critic" and text in CANCELS:
                    continue
                inputs = {"real": torch.tensor(real), "fake": torch.tensor(fake)}
                ins = leaves(inputs)
                value = loss(**ins)
                g_real, g_fake = grads(value, list(ins.values()))
                check_by_differences(lambda t: loss(**t), inputs, {"real": g_real, "fake": g_fake}, (name, size, role))
                cases.append(case(f"{name}_{role}_{size}", inputs, {"loss": text, "role": role, "scores": size},
                                  {"loss": value, "grad_real": g_real, "grad_fake": g_fake}))
    return cases


if __name__ == "__main__":
    write("losses.json", losses())
