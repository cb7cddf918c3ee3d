#!/usr/bin/env python3
"""Writes formats.json: small image files of many kinds, and the colors that they show.

Run:  /usr/bin/python3 make_format_oracles.py   (Debian: python3-pil python3-numpy)

Files are written by Pillow, or byte by byte where it cannot, and read by Pillow: upright (ImageOps.exif_transpose), converted
to sRGB by their profile (ImageCms), and on white. Pillow ignores the gAMA and cHRM of a PNG: there the colors are those
of the formula of the PNG specification.
"""
import base64
import io
import json
import struct
import zlib
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms, ImageOps

OUT = Path(__file__).resolve().parents[1] / "resources/org/gan4j/data/formats.json"
rng = np.random.default_rng(7)
SRGB = ImageCms.createProfile("sRGB")
H, W = 4, 6


def noise(*shape, most=256):
    return rng.integers(0, most, shape).astype(np.uint8)


def flat(channels):
    return np.kron(noise(2, 3, channels), np.ones((8, 8, 1), int)).astype(np.uint8)


def exchanged():
    """sRGB's profile with red and green exchanged, without its texts."""
    profile = ImageCms.ImageCmsProfile(SRGB).tobytes()
    names = {b"rXYZ": b"gXYZ", b"gXYZ": b"rXYZ"}
    tags = [struct.unpack(">4sII", profile[at:at + 12]) for at in range(132, 132 + 12 * int.from_bytes(profile[128:132], "big"), 12)]
    kept = [t for t in tags if t[0] in (b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC", b"wtpt")]
    table, data = b"", b""
    for name, at, length in kept:
        table += struct.pack(">4sII", names.get(name, name), 132 + 12 * len(kept) + len(data), length)
        data += profile[at:at + length] + b"\0" * (-length % 4)
    rest = profile[4:128] + struct.pack(">I", len(kept)) + table + data
    return struct.pack(">I", 4 + len(rest)) + rest


def gray_profile():
    """The gamma 1.8 for gray."""
    tags = {b"kTRC": b"curv\0\0\0\0" + struct.pack(">IH", 1, int(1.8 * 256)) + b"\0\0",
            b"wtpt": b"XYZ \0\0\0\0" + struct.pack(">iii", 63190, 65536, 54061)}
    table, data = b"", b""
    for name, tag in tags.items():
        table += struct.pack(">4sII", name, 132 + 24 + len(data), len(tag))
        data += tag
    head = bytearray(ImageCms.ImageCmsProfile(SRGB).tobytes()[:128])
    head[16:20] = b"GRAY"
    head[0:4] = struct.pack(">I", 132 + 24 + len(data))
    return bytes(head) + struct.pack(">I", 2) + table + data


def saved(image, format, **settings):
    out = io.BytesIO()
    image.save(out, format, **settings)
    return out.getvalue()


def shown(data):
    image = Image.open(io.BytesIO(data))
    if image.mode.startswith("I;16") or image.mode == "I":
        return np.repeat(np.floor(np.asarray(image).astype(float) / 257 + 0.5).astype(np.uint8)[..., None], 3, 2)
    profile = image.info.get("icc_profile")
    if image.format == "TIFF":
        image.load()  # turns it upright itself
    else:
        image = ImageOps.exif_transpose(image)
    if profile and image.mode != "CMYK":
        alpha = image.getchannel("A") if image.mode == "RGBA" else None
        base = image if image.mode == "L" else image.convert("RGB")
        image = ImageCms.profileToProfile(base, io.BytesIO(profile), SRGB, outputMode="RGB")
        if alpha:
            image.putalpha(alpha)
    image = image.convert("RGBA")
    return np.asarray(Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB"))


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(array, bits=8, kind=2, extra=b"", interlaced=False):
    """A PNG of rows of bytes, or of samples of fewer bits in gray."""
    def rows(part):
        return b"".join(b"\0" + (np.packbits(np.unpackbits(r.astype(np.uint8)[:, None], axis=1)[:, 8 - bits:]).tobytes()
                                 if bits < 8 else r.astype(">u2" if bits == 16 else "u1").tobytes()) for r in part)
    if interlaced:
        passes = [(0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1)]
        raw = b"".join(rows(array[y::dy, x::dx]) for y, x, dy, dx in passes if array[y::dy, x::dx].size)
    else:
        raw = rows(array)
    head = struct.pack(">IIBBBBB", array.shape[1], array.shape[0], bits, kind, 0, 0, interlaced)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + chunk(b"IDAT", zlib.compress(raw, 9))
            + chunk(b"IEND", b""))


def tiff(tags, parts, little=True):
    """A TIFF of strips or tiles."""
    order = "<" if little else ">"
    data, places = b"", []
    for part in parts:
        places.append(8 + len(data))
        data += part + b"\0" * (len(part) % 2)
    tags = dict(tags)
    tiled = 322 in tags
    tags[324 if tiled else 273] = (4, places)
    tags[325 if tiled else 279] = (4, [len(p) for p in parts])
    entries, more = b"", b""
    at = 8 + len(data)
    end = at + 2 + 12 * len(tags) + 4
    for tag in sorted(tags):
        kind, values = tags[tag]
        value = struct.pack(order + {1: "B", 3: "H", 4: "I"}[kind] * len(values), *values)
        entries += struct.pack(order + "HHI", tag, kind, len(values))
        entries += value.ljust(4, b"\0") if len(value) <= 4 else struct.pack(order + "I", end + len(more))
        more += value + b"\0" * (len(value) % 2) if len(value) > 4 else b""
    return ((b"II*\0" if little else b"MM\0*") + struct.pack(order + "I", at) + data + struct.pack(order + "H", len(tags))
            + entries + struct.pack(order + "I", 0) + more)


def rgb_tags(**more):
    return {256: (3, [W]), 257: (3, [H]), 258: (3, [8, 8, 8]), 259: (3, [1]), 262: (3, [2]), 277: (3, [3]), 278: (3, [2]),
            **{int(k[1:]): v for k, v in more.items()}}


def calibrated(array, gamma, xy=None):
    srgb = (0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06)

    def matrix(p):
        columns = np.array([[p[i] / p[i + 1], 1, (1 - p[i] - p[i + 1]) / p[i + 1]] for i in (2, 4, 6)]).T
        white = np.array([p[0] / p[1], 1, (1 - p[0] - p[1]) / p[1]])
        return columns * np.linalg.solve(columns, white)
    light = (array / 255) ** (1 / gamma)
    if xy:
        light = light @ (np.linalg.inv(matrix(srgb)) @ matrix(xy)).T
    light = np.clip(light, 0, 1)
    return np.round(255 * np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)).astype(int)


def bmp(width, height, bits, packing, pixels, extra=b"", palette=b""):
    head = struct.pack("<IiiHHIIiiII", 40, width, height, 1, bits, packing, len(pixels), 0, 0, len(palette) // 4, 0)
    at = 14 + len(head) + len(extra) + len(palette)
    return b"BM" + struct.pack("<IHHI", at + len(pixels), 0, 0, at) + head + extra + palette + pixels


def entries():
    rgb = Image.fromarray(noise(H, W, 3))
    smooth = Image.fromarray(flat(3))
    gray = Image.fromarray(noise(H, W))
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = {"exif": exif.tobytes(), "icc_profile": exchanged()}
    yield "turned.png", saved(rgb, "PNG", **turned), 2
    yield "turned-alpha.png", saved(Image.fromarray(noise(H, W, 4)), "PNG", **turned), 3
    yield "turned.webp", saved(rgb, "WEBP", lossless=True, **turned), 2
    yield "turned.jpg", saved(smooth, "JPEG", quality=98, subsampling=0, **turned), 6
    yield "turned.tif", saved(rgb, "TIFF", tiffinfo={274: 8}, icc_profile=exchanged()), 2
    yield "gray-profile.png", saved(gray, "PNG", icc_profile=gray_profile()), 2
    yield "gray-profile.jpg", saved(Image.fromarray(flat(1)[..., 0]), "JPEG", quality=98, icc_profile=gray_profile()), 3

    yield "rgb.tif", saved(rgb, "TIFF"), 0
    for compression in ("tiff_deflate", "packbits"):
        yield f"{compression}.tif", saved(rgb, "TIFF", compression=compression), 0
    yield "predicted.tif", saved(rgb, "TIFF", compression="tiff_lzw", tiffinfo={317: 2}), 0
    yield "jpeg.tif", saved(smooth, "TIFF", compression="jpeg", quality=98), 12
    yield "gray.tif", saved(gray, "TIFF", compression="tiff_lzw"), 0
    yield "gray16.tif", saved(Image.fromarray(rng.integers(0, 65536, (H, W)).astype(np.uint16)), "TIFF"), 0
    yield "rgba.tif", saved(Image.fromarray(noise(H, W, 4)), "TIFF", compression="tiff_lzw"), 1
    yield "one-bit.tif", saved(gray.convert("1"), "TIFF"), 0
    yield "palette.tif", saved(rgb.quantize(16), "TIFF", compression="packbits"), 0
    cmyk = np.zeros((H, W, 4), np.uint8)
    cmyk[..., 3] = noise(H, W)  # how colored ink becomes light depends on a profile
    yield "cmyk.tif", saved(Image.fromarray(cmyk, "CMYK"), "TIFF"), 60
    own = noise(H, W, 3)
    strips = [own[:2].tobytes(), own[2:].tobytes()]
    yield "big-endian.tif", tiff(rgb_tags(), strips, little=False), 0
    planes = [own[y:y + 2, :, c].tobytes() for c in range(3) for y in (0, 2)]
    yield "planes.tif", tiff(rgb_tags(_284=(3, [2])), planes), 0
    tile = np.zeros((16, 16, 3), np.uint8)
    tile[:H, :W] = own
    yield "tiles.tif", tiff(rgb_tags(_322=(3, [16]), _323=(3, [16]), _259=(3, [8])), [zlib.compress(tile.tobytes(), 9)]), 0
    white = {256: (3, [W]), 257: (3, [H]), 258: (3, [8]), 259: (3, [1]), 262: (3, [0]), 277: (3, [1])}
    yield "white-is-zero.tif", tiff(white, [noise(H, W).tobytes()]), 0
    yield "two-images.tif", saved(rgb, "TIFF", save_all=True, append_images=[gray]), 0

    for bits in (1, 4, 8):
        yield f"gray{bits}-invisible.png", png(noise(H, W, most=2 ** bits), bits, 0, chunk(b"tRNS", b"\0\1")), 0
    few = noise(H, W, 1, most=2) * np.array([200, 100, 50], np.uint8)
    yield "rgb-invisible.png", png(few, 8, 2, chunk(b"tRNS", struct.pack(">HHH", 200, 100, 50))), 0
    yield "interlaced.png", png(own, interlaced=True), 0
    yield "interlaced1.png", png(noise(9, 10, most=2), 1, 0, interlaced=True), 0
    for name, gamma, xy in (("gamma", 1.0, None), ("usual-gamma", 0.45455, None),
                            ("primaries", 0.5556, (0.3127, 0.3290, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06))):
        extra = chunk(b"gAMA", struct.pack(">I", round(gamma * 100_000)))
        if xy:
            extra += chunk(b"cHRM", struct.pack(">8I", *(round(v * 100_000) for v in xy)))
        colors = own.astype(int) if name == "usual-gamma" else calibrated(own, gamma, xy)
        yield f"{name}.png", png(own, extra=extra), 0 if name == "usual-gamma" else 1, colors
    yield "srgb-beats-gamma.png", png(own, extra=chunk(b"sRGB", b"\0") + chunk(b"gAMA", struct.pack(">I", 100_000))), 0

    frame = saved(gray, "GIF")
    part = bytearray(frame)
    part[6:10] = struct.pack("<HH", W + 3, H + 2)
    at = part.index(b"\x2c", 13 + 3 * 2 ** ((part[10] & 7) + 1))
    part[at + 1:at + 5] = struct.pack("<HH", 2, 1)
    placed = np.full((H + 2, W + 3, 3), 255, int)
    placed[1:1 + H, 2:2 + W] = np.asarray(gray)[..., None]
    yield "part.gif", bytes(part), 0, placed
    yield "animated.webp", saved(rgb, "WEBP", save_all=True, append_images=[rgb.rotate(180)], lossless=True), 0
    y, x = np.mgrid[:16, :24]  # smooth, as decoders differ in how they spread colors over neighbors
    alpha = np.stack([60 + 6 * x, 100 + 5 * y, 120 + 2 * (x + y), 255 - 5 * x], axis=-1).astype(np.uint8)
    yield "lossy-alpha.webp", saved(Image.fromarray(alpha), "WEBP", quality=95), 12

    palette = noise(16, 4)
    palette[:, 3] = 0
    yield "palette4.bmp", bmp(W, H, 4, 0, noise(H, 4).tobytes(), palette=palette.tobytes()), 0
    yield "top-down.bmp", bmp(W, -H, 24, 0, noise(H, 20).tobytes()), 0
    yield "bgrx.bmp", bmp(W, H, 32, 0, noise(H, W, 4).tobytes()), 0
    yield "565.bmp", bmp(W, H, 16, 3, noise(H, 12).tobytes(), extra=struct.pack("<III", 0xF800, 0x7E0, 0x1F)), 5
    runs = b"".join(bytes([4, int(r[0]), 2, int(r[1]), 0, 0]) for r in noise(H, 2, most=16)) + b"\0\1"
    yield "runs.bmp", bmp(W, H, 8, 1, runs, palette=palette.tobytes()), 0


def entry(name, data, tolerance, colors=None):
    rgb = shown(data) if colors is None else colors
    packed = base64.b64encode(zlib.compress(data, 9)).decode()
    colors = base64.b64encode(zlib.compress(np.asarray(rgb).astype(np.uint8).tobytes(), 9)).decode()
    return {"name": name, "tolerance": tolerance, "height": rgb.shape[0], "width": rgb.shape[1], "rgb": colors, "file": packed}


lines = ",\n".join(json.dumps(entry(*e), separators=(",", ":")) for e in entries())
OUT.write_text("[\n" + lines + "\n]\n", encoding="ascii")
