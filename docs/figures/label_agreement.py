"""How often a classifier sees the class that was asked for in conditional samples.

The classifier is a small convolutional network, trained here on Fashion-MNIST's 60,000 training pictures, which no GAN of ours
sees: the embedded pictures are the test split. It is cached, and its accuracy on that test split is printed.

usage: python3 label_agreement.py FASHION_MNIST_DIR SAMPLES...     (needs torch and numpy)
FASHION_MNIST_DIR holds the four gzipped IDX files; each SAMPLES folder holds 0.npy to 9.npy, as
`./gan sample RUN --latest --label 3 --count 100 --out FOLDER/3.npy` writes them.
"""
import gzip
import os
import sys

import numpy as np
import torch
from torch import nn


def images(path):
    data = np.frombuffer(gzip.open(path).read(), np.uint8, offset=16).reshape(-1, 1, 28, 28)
    return torch.from_numpy(data / np.float32(127.5) - 1)


def labels(path):
    return torch.from_numpy(np.frombuffer(gzip.open(path).read(), np.uint8, offset=8).astype(np.int64))


def network():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3, padding=1), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(64 * 49, 128), nn.ReLU(), nn.Dropout(0.3), nn.Linear(128, 10))


def trained(folder):
    torch.manual_seed(1)
    net, cached = network(), os.path.join(folder, "classifier.pt")
    if os.path.exists(cached):
        net.load_state_dict(torch.load(cached))
        return net.eval()
    x, y = images(f"{folder}/train-images-idx3-ubyte.gz"), labels(f"{folder}/train-labels-idx1-ubyte.gz")
    optimizer, loss = torch.optim.Adam(net.parameters(), 1e-3), nn.CrossEntropyLoss()
    for epoch in range(4):
        for part in torch.randperm(len(x)).split(128):
            optimizer.zero_grad()
            loss(net(x[part]), y[part]).backward()
            optimizer.step()
        print("epoch", epoch + 1, flush=True)
    torch.save(net.state_dict(), cached)
    return net.eval()


@torch.no_grad()
def predicted(net, x):
    return torch.cat([net(part).argmax(1) for part in x.split(500)])


if __name__ == "__main__":
    folder = sys.argv[1]
    net = trained(folder)
    x, y = images(f"{folder}/t10k-images-idx3-ubyte.gz"), labels(f"{folder}/t10k-labels-idx1-ubyte.gz")
    print(f"accuracy on the test split: {(predicted(net, x) == y).float().mean():.4f}")
    for samples in sys.argv[2:]:
        each = [(predicted(net, torch.from_numpy(np.load(f"{samples}/{k}.npy"))) == k).float() for k in range(10)]
        total = torch.cat(each)
        print(f"{samples}: agrees on {total.mean():.4f} of {len(total)}; by class "
              + " ".join(f"{float(one.mean()):.2f}" for one in each))
