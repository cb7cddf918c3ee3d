#!/usr/bin/env python3
"""Writes attention.json: self-attention (SAGAN, arXiv:1805.08318), by PyTorch in float64.

Run:  /usr/bin/python3 make_attention_oracles.py      (Debian: apt-get install python3-torch)

Layout, numbers and checks are those of make_oracles.py: y, the gradients of sum(y*c), and the gradients of the sum of
their squares. Keys and values are pooled, as in the code of SAGAN and BigGAN; the sums of the paper are written out by
place, without matrix products of whole feature maps. gamma is not 0, so that the attention counts.
"""
import torch
import torch.nn.functional as F

from make_oracles import coarse, data, op, write


def attention(x, gamma, **w):
    queries = F.conv2d(x, w["query/weight"]).flatten(2)
    keys = F.max_pool2d(F.conv2d(x, w["key/weight"]), 2).flatten(2)
    values = F.max_pool2d(F.conv2d(x, w["value/weight"]), 2).flatten(2)
    places = []
    for i in range(queries.shape[2]):
        scores = torch.stack([(queries[:, :, i] * keys[:, :, j]).sum(1) for j in range(keys.shape[2])], 1)
        beta = scores.exp() / scores.exp().sum(1, keepdim=True)
        places.append(sum(beta[:, j:j + 1] * values[:, :, j] for j in range(keys.shape[2])))
    seen = torch.stack(places, 2).reshape(x.shape[0], -1, *x.shape[2:])
    return x + gamma * F.conv2d(seen, w["output/weight"])


def case(name, n, c, h, w):
    keys, values = max(1, c // 8), max(1, c // 2)
    return op(name, attention, {
        "x": data(n, c, h, w), "query/weight": coarse(keys, c, 1, 1) / 2, "key/weight": data(keys, c, 1, 1),
        "value/weight": data(values, c, 1, 1), "output/weight": coarse(c, values, 1, 1), "gamma": coarse().reshape(())})


if __name__ == "__main__":
    write("attention.json", [case("few channels", 2, 2, 4, 2), case("sixteen channels", 1, 16, 2, 4)], 60_000)
