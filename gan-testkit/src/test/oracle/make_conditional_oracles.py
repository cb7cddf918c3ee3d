#!/usr/bin/env python3
"""Writes conditional.json: what players of conditional GANs must minimize, by PyTorch in float64.

Run:  /usr/bin/python3 make_conditional_oracles.py      (Debian: apt-get install python3-torch)

Layout and numbers are those of make_oracles.py. A critic has features tanh(x A) and the score features·s; its loss is the
non-saturating one. Expected are both players' sums of terms and their gradients by what they own and by the fakes:
  concatenation  x is an image with a plane for each class after its channels          arXiv:1411.1784
  auxiliary      class logits features W + b; cross-entropy for both players           arXiv:1610.09585, section 4
  projection     score + <E[label], features>                                          arXiv:1802.05637, equation 3
  batch-norm     gamma[label] * normalized x + beta[label], y and gradients of sum(y*c)
"""
import torch
import torch.nn.functional as F

from make_oracles import case, data, write

N, C, H, W, K, FEATURES = 4, 2, 2, 2, 3, 5
LABELS = torch.tensor([2, 0, 1, 2])


def critic_loss(real, fake):
    return F.softplus(-real).mean() + F.softplus(fake).mean()


def generator_loss(fake):
    return F.softplus(-fake).mean()


def players(kind):
    real, fake = data(N, C, H, W), data(N, C, H, W)
    channels = C + K if kind == "concatenation" else C
    own = {"a": data(channels * H * W, FEATURES), "s": data(FEATURES, 1)}
    if kind == "auxiliary":
        own |= {"w": data(FEATURES, K), "b": data(K)}
    if kind == "projection":
        own["e"] = data(K, FEATURES)
    for t in (fake, *own.values()):
        t.requires_grad_()

    def judge(x):
        if kind == "concatenation":
            planes = torch.zeros(N, K, H, W)
            for i, label in enumerate(LABELS):
                planes[i, label] = 1
            x = torch.cat([x, planes], dim=1)
        features = torch.tanh(x.reshape(N, -1) @ own["a"])
        score = (features @ own["s"]).reshape(-1)
        if kind == "projection":
            score = score + torch.stack([own["e"][y] @ features[i] for i, y in enumerate(LABELS)])
        classes = torch.tensor(0.0)
        if kind == "auxiliary":
            classes = F.cross_entropy(features @ own["w"] + own["b"], LABELS)
        return score, classes

    (on_real, real_classes), (on_fake, fake_classes) = judge(real), judge(fake)
    critic = critic_loss(on_real, on_fake) + real_classes + fake_classes
    generator = generator_loss(on_fake) + fake_classes
    gradients = torch.autograd.grad(critic, list(own.values()), retain_graph=True)
    expected = {"critic": critic, "generator": generator,
                "generator.fake": torch.autograd.grad(generator, fake)[0]}
    expected |= {"critic." + name: g for name, g in zip(own, gradients)}
    labels = LABELS.double()
    return case(kind, {"real": real, "fake": fake, "labels": labels, **own}, {}, expected)


def batch_norm():
    x, gamma, beta, c = data(N, C, H, W), data(K, C), data(K, C), data(N, C, H, W)
    for t in (x, gamma, beta):
        t.requires_grad_()
    plain = F.batch_norm(x, None, None, training=True, eps=1e-5)
    y = plain * gamma[LABELS][:, :, None, None] + beta[LABELS][:, :, None, None]
    dx, dgamma, dbeta = torch.autograd.grad((y * c).sum(), (x, gamma, beta))
    return case("batch-norm", {"x": x, "gamma": gamma, "beta": beta, "c": c, "labels": LABELS.double()}, {},
                {"y": y, "x": dx, "gamma": dgamma, "beta": dbeta})


if __name__ == "__main__":
    write("conditional.json", [players("concatenation"), players("auxiliary"), players("projection"), batch_norm()])
