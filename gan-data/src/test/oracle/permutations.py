#!/usr/bin/env python3
"""Prints the orders that ShuffledBatchesTest and PartitionBatchesTest expect: plain Python, no packages.

Philox 4x32-10 (Salmon et al. 2011) with the seed as key and the counter (block, stream, epoch low, epoch high); the
Fisher-Yates shuffle from the last index down; bounded numbers by Lemire's rejection (arXiv:1805.10941).
"""
WORD = 0xFFFFFFFF


def philox(counter, key):
    c, (k0, k1) = list(counter), key
    for _ in range(10):
        p0, p1 = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [(p1 >> 32) ^ c[1] ^ k0, p1 & WORD, (p0 >> 32) ^ c[3] ^ k1, p0 & WORD]
        k0, k1 = (k0 + 0x9E3779B9) & WORD, (k1 + 0xBB67AE85) & WORD
    return c


def words(seed, epoch, stream):
    seed &= 2**64 - 1
    block = 0
    while True:
        yield from philox((block, stream, epoch & WORD, epoch >> 32), (seed & WORD, seed >> 32))
        block += 1


def permutation(size, seed, epoch, stream=0):
    source, order = words(seed, epoch, stream), list(range(size))
    for last in range(size - 1, 0, -1):
        bound = last + 1
        while True:
            product = next(source) * bound
            if product & WORD >= 2**32 % bound:
                break
        chosen = product >> 32
        order[last], order[chosen] = order[chosen], order[last]
    return order


if __name__ == "__main__":
    for seed, epoch, stream in [(42, 0, 0), (42, 1, 0), (-7, 1 << 33, 0), (42, 0, 1), (42, 1, 1), (42, 0, 2)]:
        print(seed, epoch, stream, permutation(10, seed, epoch, stream))
