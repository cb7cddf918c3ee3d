"""Prints the numbers of WatermarkOracleTest: the pattern of a key and the score of an image, by numpy and Python's hmac.

Run with Debian's python3-numpy and python3-pil: python3 watermark_oracle.py
"""
import hashlib
import hmac
import io
import math
import zlib

import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

SIDE = 32


def uniforms(key):
    block = 0
    while True:
        digest = hmac.new(key.encode(), f"Gan4J watermark 1 {block}".encode(), hashlib.sha256).digest()
        for at in range(0, 32, 8):
            yield (int.from_bytes(digest[at:at + 8], "big") >> 11) / 2.0**53
        block += 1


def normals(key, count):
    u = uniforms(key)
    return np.array([math.sqrt(-2 * math.log(1 - next(u))) * math.cos(2 * math.pi * next(u)) for _ in range(count)])


def band():
    f = np.fft.fftfreq(SIDE) * SIDE
    square = f[:, None] ** 2 + f[None, :] ** 2
    return (square >= 9) & (square <= 100)


def pattern(key):
    spectrum = np.fft.fft2(normals(key, SIDE * SIDE).reshape(SIDE, SIDE)) * band()
    tile = np.fft.ifft2(spectrum).real
    return tile / tile.std()


def means(image, radius=2):
    """The mean of the neighbors that are inside the image."""
    padded = np.pad(image, radius)
    inside = np.pad(np.ones_like(image), radius)
    total = count = 0
    h, w = image.shape
    for y in range(2 * radius + 1):
        for x in range(2 * radius + 1):
            total = total + padded[y:y + h, x:x + w]
            count = count + inside[y:y + h, x:x + w]
    return total / count


def score(image, key):
    differences = image - means(image)
    activity = np.sqrt(means(differences**2)) + 3
    seen = np.clip(differences / activity, -2.5, 2.5) / activity
    tile = np.zeros((SIDE, SIDE))
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            tile[y % SIDE, x % SIDE] += seen[y, x]
    spectrum = np.fft.fft2(tile) * band()
    spectrum = spectrum / np.sqrt(np.maximum(np.abs(spectrum), 1e-300))
    of_key = np.fft.fft2(pattern(key))
    correlations = np.fft.ifft2(spectrum * of_key.conj()).real * SIDE**2
    return correlations.max() / (np.linalg.norm(spectrum) * np.linalg.norm(of_key))


def rate(score):
    """All offsets times the share of the sphere of the band's dimensions that is so near to a direction."""
    d = int(band().sum())
    t = np.linspace(score, 1, 2_000_001)
    density = (1 - t**2) ** ((d - 3) / 2) * math.exp(math.lgamma(d / 2) - math.lgamma((d - 1) / 2)) / math.sqrt(math.pi)
    return min(1, SIDE**2 * np.trapz(density, t))


y, x = np.mgrid[0:40, 0:36]
image = ((7 * x + 13 * y + x * y) % 256).astype(float)
marked = np.clip(np.round(128 + 4 * pattern("secret")[y % SIDE, x % SIDE]), 0, 255)
print("normals", normals("secret", 3))
print("dimensions", band().sum())
print("pattern", pattern("secret")[0, 0], pattern("secret")[3, 5], pattern("secret")[31, 17])
for name, each, key in (("plain", image, "secret"), ("marked", marked, "secret"), ("other", marked, "other")):
    print(name, score(each, key), rate(score(each, key)))

info = PngInfo()
info.add_text("Title", "plain café")
info.add_text("Comment", "squeezed " * 4, zip=True)
info.add_itxt("Author", "Ωμέγα", lang="el", tkey="Συγγραφέας")
info.add_itxt("Description", "compressed ✓", zip=True)
png = io.BytesIO()
Image.new("L", (1, 1)).save(png, "PNG", pnginfo=info)
print(png.getvalue().hex())
