#!/usr/bin/env python3
"""Writes wrappers.json: spectral normalization, packing and PatchGAN, by PyTorch in float64.

Run:  /usr/bin/python3 make_wrapper_oracles.py      (Debian: apt-get install python3-torch)

Layout and numbers are those of make_oracles.py. Cases:
  spectral_*  the largest singular value of a weight w, flattened to [outputs, rest], by SVD            arXiv:1802.05957
  packing     a critic with one hidden layer of packs of 2 vectors: scores of x, and WGAN-GP's penalty with one eps
              per pack, its gradients by the weights                                  arXiv:1712.04086, section 3.1
  patch_*     the scores of a PatchGAN critic with 1 and 2 halving convolutions        arXiv:1611.07004, section 6.1.2
"""
import torch
import torch.nn.functional as F

from make_oracles import case, coarse, data, penalty_of, write


def spectral():
    cases = []
    for name, axis, w in [("linear", 1, data(7, 4)), ("convolution", 0, data(5, 3, 4, 4)),
                          ("transposed", 1, data(3, 5, 4, 4))]:
        w.select(axis, 0).mul_(2)  # one output stands out: power iteration converges like (sigma2 / sigma1)^(2 k)
        rows = w.movedim(axis, 0).reshape(w.shape[axis], -1)
        sigma = torch.linalg.svdvals(rows)
        assert sigma[1] / sigma[0] < 0.9, sigma
        cases.append(case("spectral_" + name, {"w": w}, {}, {"sigma": sigma[0]}))
    return cases


def packing():
    samples = {"real": data(6, 3), "fake": data(6, 3), "eps": torch.tensor([0.125, 0.625, 0.375])}
    p = {"w1": data(6, 5) / 2, "b1": data(5), "w2": data(5, 1), "b2": data(1)}
    for t in p.values():
        t.requires_grad_()

    def critic(x, w1, b1, w2, b2):
        return (F.leaky_relu(x @ w1 + b1, 0.2) @ w2 + b2).reshape(-1)

    packs = {"real": samples["real"].reshape(3, 6), "fake": samples["fake"].reshape(3, 6), "eps": samples["eps"]}
    # joined one by one, as the paper does, to be sure that the reshape joins the right samples
    joined = torch.stack([torch.cat([samples["real"][i], samples["real"][i + 1]]) for i in (0, 2, 4)])
    assert torch.equal(joined, packs["real"])
    value, norms, _ = penalty_of(critic, **packs, params=p, weight=10.0, target=1.0, one_sided=False)
    assert norms.min() < 0.99 and norms.max() > 0.1, norms
    gradients = torch.autograd.grad(value, list(p.values()), allow_unused=True)
    expected = {"scores": critic(packs["real"], **p), "penalty": value}
    expected |= {"grad_" + n: torch.zeros_like(p[n]) if g is None else g for n, g in zip(p, gradients)}
    return case("packing", {**samples, **p}, {"weight": 10.0, "target": 1.0}, expected)


def patch(name, layers, normalization, size):
    x = coarse(2, 3, *size)
    width, channels, inputs, y = 2, 3, {"x": x}, x
    for i in range(layers + 2):
        last, out = i == layers + 1, min(width << i, 4)
        out = 1 if last else out
        normalized = 0 < i <= layers and normalization != "none"
        at = "score" if last else f"patch{i}"
        inputs[at + "/weight"] = w = data(out, channels, 4, 4) / 4
        b = None
        if not normalized:
            inputs[at + "/bias"] = b = data(out) / 4
        y = F.conv2d(y, w, b, stride=2 if i < layers else 1, padding=1)
        if normalized:
            inputs[f"norm{i}/gamma"], inputs[f"norm{i}/beta"] = gamma, beta = data(out), data(out)
            norm = F.instance_norm(y, eps=1e-5) if normalization == "instance" else \
                F.batch_norm(y, None, None, training=True, eps=1e-5)
            y = norm * gamma.reshape(-1, 1, 1) + beta.reshape(-1, 1, 1)
        if not last:
            y = F.leaky_relu(y, 0.2)
        channels = out
    return case(name, inputs, {"layers": layers, "normalization": normalization}, {"scores": y})


if __name__ == "__main__":
    write("wrappers.json", [*spectral(), packing(), patch("patch_1", 1, "none", (6, 8)),
                            patch("patch_2_batch", 2, "batch", (12, 13)),
                            patch("patch_2_instance", 2, "instance", (14, 12))])
