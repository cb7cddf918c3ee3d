#!/usr/bin/env python3
"""Writes functions.json: what org.gan4j.tensor.functions must compute, by PyTorch in float64.

Run:  /usr/bin/python3 make_function_oracles.py      (Debian: apt-get install python3-torch)

Layout, numbers and checks are those of make_oracles.py: y, the gradients of sum(y*c), and the gradients of the sum of
their squares, each checked by finite differences before the file is written.
"""
import itertools
import math

import torch
import torch.nn.functional as F

from make_oracles import coarse, data, op, write

CONV = {1: F.conv1d, 2: F.conv2d, 3: F.conv3d}
CONV_TRANSPOSE = {1: F.conv_transpose1d, 2: F.conv_transpose2d, 3: F.conv_transpose3d}
AVERAGE = {1: F.avg_pool1d, 2: F.avg_pool2d, 3: F.avg_pool3d}
MAX = {1: F.max_pool1d, 2: F.max_pool2d, 3: F.max_pool3d}


def distinct(*shape):
    """Up to 96 different odd multiples of 1/64, scrambled."""
    n = math.prod(shape)
    assert n <= 96
    return torch.tensor([(2 * ((i * 37 + 11) % 96) - 95) / 64 for i in range(n)]).reshape(shape)


def pads(before, after):
    """F.pad wants the last axis first."""
    return [p for pair in reversed(list(zip(before, after))) for p in pair]


def windows(axes, stride=1, dilation=1, before=0, after=None):
    each = lambda v: list(v) if isinstance(v, (list, tuple)) else [v] * axes
    before = each(before)
    return dict(stride=each(stride), dilation=each(dilation), before=before,
                after=before if after is None else each(after))


def conv(label, x, w, groups=1, **how):
    axes = len(x) - 2
    s = windows(axes, **how)
    return op(f"conv{axes}d_{label}",
              lambda x, w: CONV[axes](F.pad(x, pads(s["before"], s["after"])), w, None, s["stride"], 0,
                                      s["dilation"], groups),
              {"x": coarse(*x), "w": coarse(*w)}, op="conv", groups=groups, **s)


def conv_transpose(label, x, w, groups=1, more=0, **how):
    axes = len(x) - 2
    s = windows(axes, **how)
    more = list(more) if isinstance(more, tuple) else [more] * axes

    def f(x, w):
        if s["before"] == s["after"]:
            return CONV_TRANSPOSE[axes](x, w, None, s["stride"], s["before"], more, groups, s["dilation"])
        assert not any(more)
        full = CONV_TRANSPOSE[axes](x, w, None, s["stride"], 0, 0, groups, s["dilation"])
        return F.pad(full, [-p for p in pads(s["before"], s["after"])])

    return op(f"conv_transpose{axes}d_{label}", f, {"x": coarse(*x), "w": coarse(*w)},
              op="conv_transpose", groups=groups, output_padding=more, **s)


def pool(kind, label, x, kernel, stride, padding):
    axes = len(x) - 2
    s = windows(axes, stride=stride, before=padding)
    f = (AVERAGE if kind == "average" else MAX)[axes]
    return op(f"{kind}_pool{axes}d_{label}", lambda x: f(x, kernel, s["stride"], s["before"]), {"x": distinct(*x)},
              op=kind + "_pool", kernel=list(kernel), **s)


def upfirdn2d(x, filter, up, down, before, after):
    """By definition: zeros after each element, zeros around (or cut off), convolution, every down-th element."""
    n, c, h, w = x.shape
    spread = torch.zeros(n, c, h * up, w * up)
    spread[:, :, ::up, ::up] = x
    padded = F.pad(spread, [before, after, before, after])
    kh, kw = filter.shape
    oh, ow = padded.shape[2] - kh + 1, padded.shape[3] - kw + 1
    y = torch.zeros(n, c, oh, ow)
    for i, j in itertools.product(range(kh), range(kw)):  # true convolution: element i of the filter meets from the end
        y = y + filter[i, j] * padded[:, :, kh - 1 - i:kh - 1 - i + oh, kw - 1 - j:kw - 1 - j + ow]
    return y[:, :, ::down, ::down]


def filtered(label, x, taps, up=1, down=1, before=0, after=0):
    return op("filtered_" + label, lambda x, f: upfirdn2d(x, f, up, down, before, after),
              {"x": coarse(*x), "f": coarse(*taps)}, op="filtered", up=up, down=down, before=before, after=after)


def binomial(taps):
    row = torch.tensor([float(math.comb(taps - 1, i)) for i in range(taps)])
    f = row[:, None] * row
    return f / f.sum()


def up2(taps):  # paddings of upsample2d in StyleGAN2-ADA's upfirdn2d.py
    return op(f"up2_{taps}_taps", lambda x: upfirdn2d(x, binomial(taps) * 4, 2, 1, (taps + 1) // 2, (taps - 2) // 2),
              {"x": coarse(1, 2, 3, 2)}, op="up2", taps=taps)


def down2(taps, h, w):  # paddings of downsample2d
    return op(f"down2_{taps}_taps", lambda x: upfirdn2d(x, binomial(taps), 1, 2, (taps - 1) // 2, (taps - 2) // 2),
              {"x": coarse(1, 2, h, w)}, op="down2", taps=taps)


def bilinear(label, x, size):
    return op("bilinear_" + label, lambda x: F.interpolate(x, size=size, mode="bilinear", align_corners=False),
              {"x": coarse(*x)}, op="bilinear", size=list(size))


def einsum(formula, *shapes):
    return op("einsum_" + formula, lambda **t: torch.einsum(formula, *t.values()),
              {name: coarse(*shape) for name, shape in zip("ab", shapes)}, op="einsum", formula=formula)


def convolutions():
    return [
        conv("k3_s2_remainder", (2, 2, 6), (3, 2, 3), stride=2),
        conv("dilated_before", (1, 2, 5), (2, 2, 3), dilation=2, before=3, after=0),
        conv("grouped", (2, 4, 4), (2, 2, 2), groups=2, before=1),
        conv("strided_asymmetric", (1, 2, 4, 5), (2, 2, 3, 2), stride=(2, 1), before=(1, 0), after=(2, 1)),
        conv("dilated_remainder", (1, 1, 6, 5), (2, 1, 2, 2), stride=2, dilation=(2, 1), before=1),
        conv("grouped", (1, 4, 3, 3), (6, 2, 2, 2), groups=2, stride=(1, 2), before=1),
        conv("depthwise", (2, 3, 4, 3), (3, 1, 3, 2), groups=3, before=(1, 1)),
        conv("depthwise_multiplied_dilated_asymmetric", (1, 2, 4, 5), (4, 1, 2, 3), groups=2, stride=(1, 2),
             dilation=(2, 1), before=(1, 2), after=(0, 1)),
        conv("k2", (1, 2, 3, 3, 2), (2, 2, 2, 2, 2)),
        conv("strided_dilated_asymmetric", (1, 2, 4, 3, 2), (1, 2, 2, 2, 2), stride=(2, 1, 1), dilation=(1, 2, 1),
             before=(1, 0, 1), after=(0, 1, 0)),
        conv("depthwise", (1, 2, 3, 2, 3), (2, 1, 2, 1, 2), groups=2, stride=(2, 1, 1), before=(1, 0, 0)),
        conv("grouped", (1, 4, 2, 2, 3), (2, 2, 1, 2, 2), groups=2, before=(0, 1, 0)),
        conv_transpose("k4_s2_p1", (1, 2, 3), (2, 2, 4), stride=2, before=1),
        conv_transpose("k3_s3_more", (1, 2, 3), (2, 1, 3), stride=3, before=1, more=2),
        conv_transpose("dilated", (1, 2, 4), (2, 2, 2), dilation=3, before=1),
        conv_transpose("k3_s2_p1_more", (1, 2, 2, 3), (2, 2, 3, 3), stride=2, before=1, more=(1, 0)),
        conv_transpose("asymmetric", (1, 2, 3, 2), (2, 1, 3, 2), stride=(2, 1), before=(1, 0), after=(0, 1)),
        conv_transpose("grouped_dilated", (1, 4, 2, 2), (4, 2, 2, 2), groups=2, stride=(1, 2), dilation=(2, 1)),
        conv_transpose("depthwise_more", (2, 3, 2, 3), (3, 1, 3, 2), groups=3, stride=2, before=(1, 0), more=1),
        conv_transpose("k2_s2", (1, 2, 2, 1, 2), (2, 1, 2, 2, 2), stride=2),
        conv_transpose("grouped_more", (1, 2, 2, 2, 1), (2, 1, 2, 1, 2), groups=2, stride=(2, 1, 2), more=(1, 0, 1)),
    ]


def pooling():
    return [
        pool("average", "overlapping_padded", (2, 2, 7), (3,), 2, 1),
        pool("average", "blocks_remainder", (1, 2, 5, 4), (2, 2), 2, 0),
        pool("average", "overlapping_padded", (1, 2, 5, 4), (3, 2), (2, 1), 1),
        pool("average", "padded", (1, 1, 4, 3, 3), (3, 2, 2), (1, 2, 1), (1, 0, 1)),
        pool("max", "overlapping_padded", (2, 2, 7), (3,), 2, 1),
        pool("max", "blocks_remainder", (1, 2, 5, 4), (2, 2), 2, 0),
        pool("max", "overlapping_padded", (1, 2, 5, 4), (3, 2), (2, 1), 1),
        pool("max", "padded", (1, 1, 4, 3, 3), (3, 2, 2), (1, 2, 1), (1, 0, 1)),
    ]


def resampling():
    return [
        op("nearest_3", lambda x: F.interpolate(x, scale_factor=3, mode="nearest"), {"x": coarse(2, 1, 2, 3)},
           op="nearest", factor=3),
        bilinear("up_to_odd", (1, 2, 3, 2), (5, 7)),
        bilinear("doubled", (1, 1, 3, 4), (6, 8)),
        bilinear("down", (1, 1, 7, 6), (3, 4)),
        bilinear("up_and_down", (2, 1, 2, 5), (5, 2)),
        bilinear("of_one_pixel", (1, 2, 1, 1), (3, 2)),
        filtered("only", (2, 1, 4, 3), (3, 2), before=1),
        filtered("up_down", (1, 2, 3, 3), (4, 3), up=3, down=2, before=2, after=1),
        filtered("cropped", (1, 1, 5, 5), (2, 2), up=2, before=-1, after=-2),
        filtered("down_remainder", (1, 1, 6, 5), (2, 3), down=3, before=1, after=2),
        up2(1), up2(3), up2(4), down2(1, 5, 4), down2(3, 5, 4), down2(4, 4, 6),
        op("pixel_shuffle_2", lambda x: F.pixel_shuffle(x, 2), {"x": coarse(2, 8, 1, 2)}, op="pixel_shuffle", factor=2),
        op("pixel_unshuffle_3", lambda x: F.pixel_unshuffle(x, 3), {"x": coarse(1, 2, 6, 3)},
           op="pixel_unshuffle", factor=3),
        op("reflection_pad", lambda x: F.pad(x, [1, 2, 3, 0], mode="reflect"), {"x": coarse(1, 2, 4, 3)},
           op="reflection_pad", before=[3, 1], after=[0, 2]),
        op("replication_pad", lambda x: F.pad(x, [1, 4, 3, 0], mode="replicate"), {"x": coarse(1, 2, 2, 3)},
           op="replication_pad", before=[3, 1], after=[0, 4]),
        op("constant_pad", lambda x: F.pad(x, [1, 0, 2, 1], value=0.75), {"x": coarse(1, 2, 2, 3)},
           op="constant_pad", before=[2, 1], after=[1, 0], value=0.75),
    ]


def ordering():
    return [
        op("sort_inner", lambda x: x.sort(1).values, {"x": distinct(2, 5, 3)}, op="sort", axis=1, descending=False),
        op("sort_descending", lambda x: x.sort(-1, descending=True).values, {"x": distinct(3, 5)},
           op="sort", axis=-1, descending=True),
        op("topk_2_inner", lambda x: x.topk(2, 1).values, {"x": distinct(2, 5, 3)}, op="topk", axis=1, k=2),
        op("topk_all", lambda x: x.topk(3, -1).values, {"x": distinct(2, 3)}, op="topk", axis=-1, k=3),
        op("cumsum_inner", lambda x: x.cumsum(1), {"x": coarse(2, 7, 2)}, op="cumsum", axis=1),
        op("cumsum_last", lambda x: x.cumsum(-1), {"x": coarse(2, 4)}, op="cumsum", axis=-1),
    ]


def cells():
    gates = lambda n: {"wi": coarse(n * 2, 3), "wh": coarse(n * 2, 2)}
    return [
        op("lstm_cell", lambda x, h, c0, wi, wh, b:
           torch.cat(torch._VF.lstm_cell(x, (h, c0), wi, wh, b, torch.zeros_like(b)), 1),
           {"x": coarse(2, 3), "h": coarse(2, 2), "c0": coarse(2, 2), **gates(4), "b": coarse(8)}, op="lstm"),
        op("gru_cell", lambda x, h, wi, wh, b, bh: torch._VF.gru_cell(x, h, wi, wh, b, bh),
           {"x": coarse(2, 3), "h": coarse(2, 2), **gates(3), "b": coarse(6), "bh": coarse(6)}, op="gru"),
    ]


def others():
    points = [0.0, 1e-300, -1e-12, 1e-5, 0.125, -0.5, 0.5, 0.75, 1.0, -1.5, 2.0, 2.4, 2.5, -2.5, 2.6, 3.0, -3.5, 4.0,
              5.0, 5.9, 6.1, -6.1, 9.0]
    return [
        op("erf", lambda x: torch.erf(x), {"x": torch.tensor(points)}, op="erf"),
        op("instance_norm", lambda x: F.instance_norm(x, eps=1e-5), {"x": data(2, 2, 3, 2)},
           op="instance_norm", eps=1e-5),
        op("instance_norm_of_sequences", lambda x: F.instance_norm(x, eps=1e-3), {"x": data(2, 2, 4)},
           op="instance_norm", eps=1e-3),
        op("group_norm", lambda x: F.group_norm(x, 2, eps=1e-5), {"x": data(2, 4, 2, 2)},
           op="group_norm", groups=2, eps=1e-5),
        op("logsumexp_inner", lambda x: torch.logsumexp(x, 1), {"x": data(2, 4, 2)}, op="logsumexp", axis=1,
           offset=0),
        op("logsumexp_large", lambda x: torch.logsumexp(x + 1000, 0), {"x": distinct(3, 2)},
           op="logsumexp", axis=0, offset=1000),
        op("normalize", lambda x: F.normalize(x, dim=1, eps=1e-12), {"x": data(3, 4)},
           op="normalize", axis=1, eps=1e-12),
        op("normalize_short", lambda x: F.normalize(x, dim=1, eps=8.0), {"x": data(2, 3)}, op="normalize", axis=1,
           eps=8.0),
        op("pixel_norm", lambda x: x / (x ** 2).mean(1, keepdim=True).add(1e-8).sqrt(), {"x": data(2, 3, 1, 2)},
           op="pixel_norm", eps=1e-8),
        einsum("bik,bkj->bij", (2, 2, 3), (2, 3, 2)),
        einsum("ij->ji", (2, 3)),
        einsum("ijk->j", (2, 3, 2)),
        einsum("nchw,oc->nohw", (1, 3, 2, 2), (2, 3)),
        einsum("bqhd,bkhd->bhqk", (1, 2, 2, 3), (1, 3, 2, 3)),
        einsum("i,j->ji", (3,), (2,)),
        einsum("ijk,jl->i", (2, 3, 2), (3, 2)),
        einsum("i,i->", (4,), (4,)),
    ]


if __name__ == "__main__":
    write("functions.json", convolutions() + pooling() + resampling() + ordering() + cells() + others(), 120_000)
