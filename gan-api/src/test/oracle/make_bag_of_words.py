"""Prints vectors of the encoder bag-of-words, computed from its definition alone: Philox 4x32-10, FNV-1a, SplitMix64 and
Box-Muller in plain Python. BagOfWordsTest holds what this prints.

    python3 gan-api/src/test/oracle/make_bag_of_words.py
"""

import math

M32, M64 = 2**32 - 1, 2**64 - 1


def fnv1a(text):
    value = 0xCBF29CE484222325
    for byte in text.encode("utf-8"):
        value = (value ^ byte) * 0x100000001B3 & M64
    return value


def splitmix(z):
    z = z + 0x9E3779B97F4A7C15 & M64
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & M64
    z = (z ^ z >> 27) * 0x94D049BB133111EB & M64
    return z ^ z >> 31


def philox(counter, key):
    (c0, c1, c2, c3), (k0, k1) = counter, key
    for _ in range(10):
        p0, p1 = 0xD2511F53 * c0, 0xCD9E8D57 * c2
        c0, c1, c2, c3 = p1 >> 32 ^ c1 ^ k0, p1 & M32, p0 >> 32 ^ c3 ^ k1, p0 & M32
        k0, k1 = k0 + 0x9E3779B9 & M32, k1 + 0xBB67AE85 & M32
    return c0, c1, c2, c3


def vector(word, size):
    key = splitmix(0 ^ splitmix(fnv1a("words/" + word)))
    numbers = []
    for block in range(-(-size // 4)):
        words = philox((block, 1, 0, 0), (key & M32, key >> 32))
        for a, b in (words[:2], words[2:]):
            radius = math.sqrt(-2 * math.log((a + 1) / 2**32))
            angle = 2 * math.pi * b / 2**32
            numbers += [radius * math.cos(angle), radius * math.sin(angle)]
    return numbers[:size]


def encoded(words, size):
    total = [sum(values) for values in zip(*(vector(word, size) for word in words))]
    length = math.sqrt(sum(value * value for value in total))
    return [value / length for value in total]


for words in (["red", "heart"], ["赤", "いハート"], ["heart"] * 3):
    print(words, [round(value, 6) for value in encoded(words, 16)][:6])
