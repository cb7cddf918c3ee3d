#!/usr/bin/env python3
"""Writes batch-features.json: the layers that show a critic the whole batch, by PyTorch in float64.

Run:  /usr/bin/python3 make_batch_oracles.py      (Debian: apt-get install python3-torch)

Layout, numbers and checks are those of make_oracles.py: y, the gradients of sum(y*c), and the gradients of the sum of
their squares.
  stddev          as NVlabs/stylegan2-ada-pytorch (training/networks.py, MinibatchStdLayer) computes it
  discrimination  arXiv:1606.03498, section 3.2, with the sum over all samples, also the same one
"""
import torch

from make_oracles import coarse, data, op, write


def stddev(size):
    def f(x):
        n, g = x.shape[0], min(size, x.shape[0])
        y = x.reshape(g, n // g, -1)
        y = y - y.mean(dim=0)
        y = (y.square().mean(dim=0) + 1e-8).sqrt().mean(dim=1)
        shape = [n] + [1] * (x.dim() - 1)
        channel = y.repeat(g).reshape(shape).expand(n, 1, *x.shape[2:])
        return torch.cat([x, channel], dim=1)
    return f


def discrimination(kernels, dimension):
    def f(x, w):
        m = (x @ w).reshape(x.shape[0], kernels, dimension)
        o = torch.stack([sum(torch.exp(-(m[i] - m[j]).abs().sum(1)) for j in range(len(m))) for i in range(len(m))])
        return torch.cat([x, o], dim=1)
    return f


if __name__ == "__main__":
    write("batch-features.json", [
        op("stddev_of_images", stddev(2), {"x": data(4, 2, 1, 2)}, layer="stddev", group=2),
        op("stddev_of_vectors", stddev(4), {"x": data(3, 4)}, layer="stddev", group=4),
        op("discrimination", discrimination(3, 2), {"x": coarse(4, 3), "w": coarse(3, 6) / 4},
           layer="discrimination", kernels=3, dimension=2),
    ])
