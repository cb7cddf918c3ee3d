#!/usr/bin/env python3
"""Writes style.json: the networks of ProGAN (arXiv:1710.10196), StyleGAN (1812.04948) and StyleGAN2 (1912.04958).

Run:  /usr/bin/python3 make_style_oracles.py      (Debian: apt-get install python3-torch)

Layout, numbers and checks are those of make_oracles.py: y, the gradients of sum(y*c), and the gradients of the sum of
their squares. The inputs but x are the networks' variables, by their names, and the condition fade. The networks are
written after the papers, in float64. It also prints numbers of parameters at the papers' sizes.
"""
import math

import torch
import torch.nn.functional as F

from make_oracles import coarse, op, write


def off_kinks(*shape):
    """Numbers whose sums with products of coarse ones are not 0, where leaky ReLU has no derivative."""
    return coarse(*shape) + 2.0 ** -11


def act(x):
    return F.leaky_relu(x, 0.2)


def bias(p, name):
    return p[name + "/bias"][:, None, None]


def scaled(p, name, gain):
    w = p[name + "/weight"]
    return w * gain / math.sqrt(w[0].numel())


def conv(p, name, x, gain=math.sqrt(2)):
    w = scaled(p, name, gain)
    return F.conv2d(x, w, padding=w.shape[-1] // 2) + bias(p, name)


def blur(x):
    line = torch.tensor([1.0, 2, 1]) / 4
    n, c, h, w = x.shape
    kernel = (line[:, None] * line)[None, None]
    return F.conv2d(x.reshape(n * c, 1, h, w), kernel, padding=1).reshape(n, c, h, w)


def up(x):
    return F.interpolate(x, scale_factor=2, mode="nearest")


def conv_up(p, name, x, filtered, gain=math.sqrt(2)):
    y = F.conv2d(up(x), scaled(p, name, gain), padding=1)
    return (blur(y) if filtered else y) + bias(p, name)


def conv_down(p, name, x, filtered):
    return F.avg_pool2d(F.conv2d(blur(x) if filtered else x, scaled(p, name, math.sqrt(2)), padding=1), 2) + bias(p, name)


def linear(p, name, x, gain, rate=1.0):
    w = p[name + "/weight"]
    return rate * gain / math.sqrt(w.shape[0]) * (x @ w) + rate * p[name + "/bias"]


def pixel_norm(x):
    return x / torch.sqrt((x ** 2).mean(1, keepdim=True) + 1e-8)


def first(p, name, z, h, w):
    """The linear map of latents to the smallest image."""
    m = p[name + "/weight"]
    x = (z @ m * math.sqrt(2 / (h * w)) / math.sqrt(m.shape[0])).reshape(z.shape[0], -1, h, w)
    return x + bias(p, name)


def lerp(a, b, t):
    return a + (b - a) * t[:, None, None, None]


def progressive_generator(filtered):
    def f(**p):
        norm = lambda x: pixel_norm(act(x))
        x = norm(first(p, "4x4/latents", pixel_norm(p["x"]), 4, 4))
        x = norm(conv(p, "4x4/conv", x))
        before = up(conv(p, "4x4/image", x, 1))
        x = norm(conv_up(p, "8x8/up", x, filtered))
        x = norm(conv(p, "8x8/conv", x))
        return lerp(before, conv(p, "8x8/image", x, 1), p["fade"])
    return f


def halved(x):
    line = torch.tensor([1.0, 3, 3, 1]) / 8
    n, c, h, w = x.shape
    kernel = (line[:, None] * line)[None, None]
    return F.conv2d(x.reshape(n * c, 1, h, w), kernel, stride=2, padding=1).reshape(n, c, h // 2, w // 2)


def doubled(x):
    line = torch.tensor([1.0, 3, 3, 1]) / 4
    n, c, h, w = x.shape
    kernel = (line[:, None] * line)[None, None]
    return F.conv_transpose2d(x.reshape(n * c, 1, h, w), kernel, stride=2, padding=1).reshape(n, c, 2 * h, 2 * w)


def critic(filtered, residual):
    def f(**p):
        image = p["x"]
        colors = act(conv(p, "8x8/colors", image))
        x = act(conv_down(p, "8x8/down", act(conv(p, "8x8/conv", colors)), filtered))
        if residual:
            w = p["8x8/skip/weight"]
            x = (x + F.conv2d(halved(colors), w / math.sqrt(w.shape[1]))) / math.sqrt(2)
        if "fade" in p:
            x = lerp(act(conv(p, "4x4/colors", F.avg_pool2d(image, 2))), x, p["fade"])
        deviation = torch.sqrt(x.var(0, unbiased=False) + 1e-8).mean()
        x = torch.cat([x, deviation.expand(x.shape[0], 1, 4, 4)], 1)
        x = act(conv(p, "4x4/conv", x))
        x = act(linear(p, "4x4/linear", x.reshape(x.shape[0], -1), math.sqrt(2)))
        return linear(p, "score", x, 1).reshape(-1)
    return f


def mapping(p):
    w = pixel_norm(p["x"])
    for i in ("1", "2"):
        w = act(linear(p, "mapping/linear" + i, w, math.sqrt(2), 0.01))
    return w


def noise(p, name, x):
    return x + p[name + "/noise/fixed"] * p[name + "/noise/strength"][:, None, None] if name + "/noise/fixed" in p else x


def adaptive(p, name, x, w):
    x = act(noise(p, name, x))
    x = x - x.mean((2, 3), keepdim=True)
    x = x / torch.sqrt((x ** 2).mean((2, 3), keepdim=True) + 1e-8)
    s, b = linear(p, name + "/style", w, 1)[:, :, None, None].chunk(2, 1)
    return x * (s + 1) + b


def style_generator(**p):
    w = mapping(p)
    if "4x4/constant" in p:
        x = p["4x4/constant"].expand(w.shape[0], -1, 4, 4) + bias(p, "4x4/first")
    else:
        x = first(p, "4x4/latents", w, 4, 4)
    x = adaptive(p, "4x4/first", x, w)
    x = adaptive(p, "4x4/conv", conv(p, "4x4/conv", x), w)
    before = up(conv(p, "4x4/image", x, 1))
    x = adaptive(p, "8x8/up", conv_up(p, "8x8/up", x, True), w)
    x = adaptive(p, "8x8/conv", conv(p, "8x8/conv", x), w)
    return lerp(before, conv(p, "8x8/image", x, 1), p["fade"])


def modulated(p, name, x, w, upwards=False, demodulate=True):
    """By kernels of each sample's own, as the paper writes it."""
    s = linear(p, name + "/style", w, 1)
    weight = p[name + "/weight"]
    kernels = (weight / math.sqrt(weight[0].numel()))[None] * s[:, None, :, None, None]
    if demodulate:
        kernels = kernels / torch.sqrt((kernels ** 2).sum((2, 3, 4), keepdim=True) + 1e-8)
    source = up(x) if upwards else x
    y = torch.cat([F.conv2d(source[i:i + 1], kernels[i], padding=weight.shape[-1] // 2) for i in range(x.shape[0])])
    y = noise(p, name, blur(y) if upwards else y) + bias(p, name)
    return math.sqrt(2) * act(y) if demodulate else y


def style_generator2(**p):
    w = mapping(p)
    x = modulated(p, "4x4/conv", p["4x4/constant"].expand(w.shape[0], -1, 4, 4), w)
    image = doubled(modulated(p, "4x4/image", x, w, demodulate=False))
    x = modulated(p, "8x8/up", x, w, upwards=True)
    x = modulated(p, "8x8/conv", x, w)
    return image + modulated(p, "8x8/image", x, w, demodulate=False)


# ---------------------------------------------------------------- variables

def kernels(name, i, o, k=3):
    return {name + "/weight": coarse(o, i, k, k), name + "/bias": off_kinks(o)}


def matrix(name, i, o):
    return {name + "/weight": coarse(i, o), name + "/bias": off_kinks(o)}


def styled(name, c, w):
    return {**matrix(name + "/style", w, 2 * c), name + "/noise/strength": coarse(c) / 4}


def fixed(name, side):
    return {name + "/noise/fixed": coarse(1, 1, side, side)}


def fade():
    return {"fade": torch.tensor([0.25, 0.625])}


def mapped(z, w):
    return {"mapping/linear1/weight": 64 * coarse(z, w), "mapping/linear1/bias": 64 * off_kinks(w),
            "mapping/linear2/weight": 64 * coarse(w, w), "mapping/linear2/bias": 64 * off_kinks(w)}


def of_progressive_generator():
    return {"x": coarse(2, 2), **fade(), "4x4/latents/weight": coarse(2, 32), "4x4/latents/bias": off_kinks(2),
            **kernels("4x4/conv", 2, 2), **kernels("4x4/image", 2, 1, 1), **kernels("8x8/up", 2, 1),
            **kernels("8x8/conv", 1, 1), **kernels("8x8/image", 1, 1, 1)}


def of_critic(residual):
    v = {"x": coarse(2, 1, 8, 8), **kernels("8x8/colors", 1, 1, 1), **kernels("8x8/conv", 1, 1),
         **kernels("8x8/down", 1, 2), **kernels("4x4/conv", 3, 2), **matrix("4x4/linear", 32, 2), **matrix("score", 2, 1)}
    return {**v, "8x8/skip/weight": coarse(2, 1, 1, 1)} if residual else {**v, **fade(), **kernels("4x4/colors", 1, 2, 1)}


def of_style(constant, noisy):
    v = {"x": coarse(2, 2), **fade(), **mapped(2, 2)}
    v.update({"4x4/constant": coarse(2, 4, 4), "4x4/first/bias": off_kinks(2)} if constant else
             {"4x4/latents/weight": coarse(2, 32), "4x4/latents/bias": off_kinks(2)})
    v.update({**kernels("4x4/conv", 2, 2), **kernels("4x4/image", 2, 1, 1), **kernels("8x8/up", 2, 1),
              **kernels("8x8/conv", 1, 1), **kernels("8x8/image", 1, 1, 1)})
    for name, c, side in (("4x4/first", 2, 4), ("4x4/conv", 2, 4), ("8x8/up", 1, 8), ("8x8/conv", 1, 8)):
        v.update(matrix(name + "/style", 2, 2 * c))
        if noisy:
            v.update({name + "/noise/strength": coarse(c) / 4, **fixed(name, side)})
    return v


def of_style2():
    v = {"x": coarse(2, 2), **mapped(2, 2), "4x4/constant": coarse(2, 4, 4), **kernels("4x4/conv", 2, 2),
         **kernels("4x4/image", 2, 1, 1), **kernels("8x8/up", 2, 1), **kernels("8x8/conv", 1, 1),
         **kernels("8x8/image", 1, 1, 1)}
    for name, c in (("4x4/conv", 2), ("4x4/image", 2), ("8x8/up", 2), ("8x8/conv", 1), ("8x8/image", 1)):
        v.update(matrix(name + "/style", 2, c))
    for name, side in (("4x4/conv", 4), ("8x8/up", 8), ("8x8/conv", 8)):
        v.update({name + "/noise/strength": coarse(1) / 4, **fixed(name, side)})
    return v


def cases():
    return [op("progressive-generator", progressive_generator(False), of_progressive_generator()),
            op("progressive-generator-filtered", progressive_generator(True), of_progressive_generator()),
            op("critic", critic(False, False), of_critic(False)),
            op("critic-filtered", critic(True, False), of_critic(False)),
            op("critic-residual", critic(True, True), of_critic(True)),
            op("style-c", style_generator, of_style(False, False)),
            op("style-d", style_generator, of_style(True, False)),
            op("style-e", style_generator, of_style(True, True)),
            op("style2", style_generator2, of_style2())]


# ---------------------------------------------------------------- numbers of parameters

def widths(side, base=16384, most=512):
    return [min(base // 2 ** i, most) for i in range(2, int(math.log2(side)) + 1)]


def number(*modules):
    return sum(p.numel() for m in modules for p in m.parameters())


def progressive_count(side):
    w = widths(side)
    g = [torch.nn.Linear(512, 16 * w[0], bias=False), torch.nn.Conv2d(w[0], w[0], 3), torch.nn.Conv2d(w[-1], 3, 1)]
    d = [torch.nn.Conv2d(3, w[-1], 1), torch.nn.Conv2d(w[0] + 1, w[0], 3), torch.nn.Linear(16 * w[0], w[0]),
         torch.nn.Linear(w[0], 1)]
    for a, b in zip(w, w[1:]):
        g += [torch.nn.Conv2d(a, b, 3), torch.nn.Conv2d(b, b, 3)]
        d += [torch.nn.Conv2d(b, b, 3), torch.nn.Conv2d(b, a, 3)]
    return number(*g) + w[0], number(*d)


def style_count(side):
    w = widths(side)
    g = [torch.nn.Linear(512, 512) for _ in range(8)] + [torch.nn.Conv2d(w[0], w[0], 3), torch.nn.Conv2d(w[-1], 3, 1)]
    for a, b in zip(w, w[1:]):
        g += [torch.nn.Conv2d(a, b, 3), torch.nn.Conv2d(b, b, 3)]
    styles = [torch.nn.Linear(512, 2 * c) for c in w for _ in range(2)]
    noises = sum(2 * c for c in w)
    return number(*g, *styles) + noises + 16 * w[0] + w[0]


def style2_count(side, base):
    w = widths(side, base)
    g = [torch.nn.Linear(512, 512) for _ in range(8)] + [torch.nn.Conv2d(w[0], w[0], 3), torch.nn.Linear(512, w[0])]
    layers = 1
    for a, b in zip(w, w[1:]):
        g += [torch.nn.Conv2d(a, b, 3), torch.nn.Conv2d(b, b, 3), torch.nn.Linear(512, a), torch.nn.Linear(512, b)]
        layers += 2
    g += [m for c in w for m in (torch.nn.Conv2d(c, 3, 1), torch.nn.Linear(512, c))]
    d = [torch.nn.Conv2d(3, w[-1], 1), torch.nn.Conv2d(w[0] + 1, w[0], 3), torch.nn.Linear(16 * w[0], w[0]),
         torch.nn.Linear(w[0], 1)]
    for a, b in zip(w, w[1:]):
        d += [torch.nn.Conv2d(b, b, 3), torch.nn.Conv2d(b, a, 3), torch.nn.Conv2d(b, a, 1, bias=False)]
    return number(*g) + layers + 16 * w[0], number(*d)


if __name__ == "__main__":
    write("style.json", cases(), most=400_000)
    print("ProGAN 1024 (generator, critic):", progressive_count(1024))
    print("StyleGAN 1024:", style_count(1024))
    print("StyleGAN2 1024, config F (generator, critic):", style2_count(1024, 32768))
    print("StyleGAN2 256, half the channels (generator, critic):", style2_count(256, 16384))
