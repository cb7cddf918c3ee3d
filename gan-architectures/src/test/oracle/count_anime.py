"""Counts the parameters of the networks of Jin et al. 2017 (https://arxiv.org/abs/1708.05509, figures 4 and 5).

AnimeTest has these numbers. Layers before a batch normalization have no bias. Run with PyTorch: python3 count_anime.py
"""
from torch import nn, zeros


class Residual(nn.Module):
    def __init__(self, *layers):
        super().__init__()
        self.inner = nn.Sequential(*layers)

    def forward(self, x):
        return x + self.inner(x)


def generator(latent, side, width, blocks, doublings):
    small = side // 2**doublings

    def block():
        return Residual(nn.Conv2d(width, width, 3, padding=1, bias=False), nn.BatchNorm2d(width), nn.ReLU(),
                        nn.Conv2d(width, width, 3, padding=1, bias=False), nn.BatchNorm2d(width))

    layers = [nn.Linear(latent, width * small * small, bias=False), nn.BatchNorm1d(width * small * small), nn.ReLU(),
              nn.Unflatten(1, (width, small, small)),
              Residual(*[block() for _ in range(blocks)], nn.BatchNorm2d(width), nn.ReLU())]
    for _ in range(doublings):
        layers += [nn.Conv2d(width, 4 * width, 3, padding=1, bias=False), nn.PixelShuffle(2), nn.BatchNorm2d(width), nn.ReLU()]
    return nn.Sequential(*layers, nn.Conv2d(width, 3, 9, padding=4), nn.Tanh())


def critic(side, width, stages):
    layers, channels = [], 3
    for i in range(stages):
        out = width * 2**i
        layers += [nn.Conv2d(channels, out, 4 if i < 3 else 3, stride=2, padding=1), nn.LeakyReLU(0.2)]
        channels = out
        for _ in range(2 if i < stages - 1 else 0):
            layers += [Residual(nn.Conv2d(channels, channels, 3, padding=1), nn.LeakyReLU(0.2),
                                nn.Conv2d(channels, channels, 3, padding=1)), nn.LeakyReLU(0.2)]
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(channels * (side // 2**stages)**2, 1))


def report(name, network, x):
    print(name, tuple(network(x).shape), sum(p.numel() for p in network.parameters()))


report("generator of 128x128, 128 latents and 34 tags", generator(162, 128, 64, 16, 3), zeros(2, 162))
report("generator of 64x64, 128 latents, width 32, 8 blocks", generator(128, 64, 32, 8, 2), zeros(2, 128))
report("critic of 128x128", critic(128, 32, 6), zeros(2, 3, 128, 128))
report("critic of 64x64, width 16", critic(64, 16, 5), zeros(2, 3, 64, 64))
