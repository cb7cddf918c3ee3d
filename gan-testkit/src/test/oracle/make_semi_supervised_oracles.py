#!/usr/bin/env python3
"""Writes semi-supervised.json: what the players of a semi-supervised GAN must minimize, by PyTorch in float64.

Run:  /usr/bin/python3 make_semi_supervised_oracles.py      (Debian: apt-get install python3-torch)

Layout and numbers are those of make_oracles.py. A critic has features f = tanh(x A) and class logits f W + b. By the
formulas of arXiv:1606.03498, section 5, with the logit of the class of fakes as a K+1-th of 0 that softmax sees:
  critic     -E log p(y | x, y < K+1)  -E log(1 - p(K+1 | x))  -E log p(K+1 | G(z))
  generator  squared distance of the mean features of x and of G(z), section 3.1
The case "large" has logits of up to hundreds, where exp overflows float32.
"""
import torch
import torch.nn.functional as F

from make_oracles import case, data, write

N, C, H, W, K, FEATURES = 4, 2, 2, 2, 3, 5
LABELS = torch.tensor([2, 0, 1, 2])


def players(name, scale):
    real, fake, labelled = data(N, C, H, W), data(N, C, H, W), data(N, C, H, W)
    own = {"a": data(C * H * W, FEATURES), "w": data(FEATURES, K) * scale, "b": data(K)}
    for t in (fake, *own.values()):
        t.requires_grad_()

    def features(x):
        return torch.tanh(x.reshape(N, -1) @ own["a"])

    def log_p(x):
        logits = features(x) @ own["w"] + own["b"]
        return F.log_softmax(torch.cat([logits, torch.zeros(N, 1, dtype=logits.dtype)], dim=1), dim=1)

    def log_real(x):
        return torch.logsumexp(log_p(x)[:, :K], dim=1)

    told = log_p(labelled)
    supervised = -(told[range(N), LABELS] - torch.logsumexp(told[:, :K], dim=1)).mean()
    unsupervised = -log_real(real).mean() - log_p(fake)[:, K].mean()
    critic = supervised + unsupervised
    generator = (features(real).mean(0) - features(fake).mean(0)).square().sum()
    gradients = torch.autograd.grad(critic, list(own.values()), retain_graph=True)
    expected = {"critic": critic, "classes": supervised, "generator": generator,
                "generator.fake": torch.autograd.grad(generator, fake)[0]}
    expected |= {"critic." + key: g for key, g in zip(own, gradients)}
    inputs = {"real": real, "fake": fake, "labelled": labelled, "labels": LABELS.double(), **own}
    return case(name, inputs, {}, expected)


if __name__ == "__main__":
    write("semi-supervised.json", [players("usual", 1), players("large", 200)])
