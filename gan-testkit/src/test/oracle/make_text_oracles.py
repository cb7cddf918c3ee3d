#!/usr/bin/env python3
"""Writes text-to-image.json: what the players of GAN-INT-CLS must minimize, by PyTorch in float64.

Run:  /usr/bin/python3 make_text_oracles.py      (Debian: apt-get install python3-torch)

Layout and numbers are those of make_oracles.py. The generator maps projected texts alone to images, tanh(p G), so that no
latents matter. The critic has features tanh(x A), [N, F, 2, 1], and its own score features·s; the loss is the
non-saturating one. Formulas: arXiv:1605.05396, algorithm 1 and equation 5, sections 4.1 to 4.4; as there, the projected
text is replicated at every position and appended to the features before a 1×1 convolution.
"""
import torch
import torch.nn.functional as F

from make_oracles import case, data, write

N, C, H, W, FEATURES, POSITIONS = 4, 2, 2, 2, 3, 2
CAPTIONS, SIZE, PROJECTION = 5, 3, 2
BATCH = torch.tensor([4, 4, 0, 2])
# the caption of the next sample, or, where that is equal, the next caption of the data
OTHERS = torch.tensor([0, 0, 2, 4])
BETA = 0.5


def softplus(x):
    return F.softplus(x).mean()


def text_to_image():
    real, table = data(N, C, H, W), data(CAPTIONS, SIZE)
    generator = {"g": data(PROJECTION, C * H * W), "v": data(SIZE, PROJECTION), "c": data(PROJECTION)}
    critic = {
        "a": data(C * H * W, FEATURES * POSITIONS), "s": data(FEATURES * POSITIONS, 1),
        "w": data(SIZE, PROJECTION), "b": data(PROJECTION),
        "f": data(FEATURES, FEATURES, 1, 1), "t": data(PROJECTION, FEATURES), "d": data(FEATURES),
        "o": data(FEATURES * POSITIONS, 1)}
    for t in (*generator.values(), *critic.values()):
        t.requires_grad_()

    def generate(text):
        projected = F.leaky_relu(text @ generator["v"] + generator["c"], 0.2)
        return torch.tanh(projected @ generator["g"]).reshape(N, C, H, W)

    def judge(x, text):
        features = torch.tanh(x.reshape(N, -1) @ critic["a"]).reshape(N, FEATURES, POSITIONS, 1)
        alone = (features.reshape(N, -1) @ critic["s"]).reshape(-1)
        projected = F.leaky_relu(text @ critic["w"] + critic["b"], 0.2)
        replicated = projected[:, :, None, None].expand(N, PROJECTION, POSITIONS, 1)
        weights = torch.cat([critic["f"], critic["t"].t()[:, :, None, None]], dim=1)
        hidden = F.leaky_relu(F.conv2d(torch.cat([features, replicated], dim=1), weights, critic["d"]), 0.2)
        return alone + (hidden.reshape(N, -1) @ critic["o"]).reshape(-1)

    own, others = table[BATCH], table[OTHERS]
    fake = generate(own)
    s_r, s_w, s_f = judge(real, own), judge(real, others), judge(fake, own)
    of_critic = softplus(-s_r) + (softplus(s_w) + softplus(s_f)) / 2
    between = BETA * own + (1 - BETA) * others
    of_generator = softplus(-s_f) + softplus(-judge(generate(between), between))
    expected = {"critic": of_critic, "generator": of_generator}
    for name, total, owned in (("critic.", of_critic, critic), ("generator.", of_generator, generator)):
        gradients = torch.autograd.grad(total, list(owned.values()), retain_graph=True)
        expected |= {name + key: g for key, g in zip(owned, gradients)}
    inputs = {"real": real, "table": table, "captions": BATCH.double(), **generator, **critic}
    return case("gan-int-cls", inputs, {}, expected)


if __name__ == "__main__":
    write("text-to-image.json", [text_to_image()])
