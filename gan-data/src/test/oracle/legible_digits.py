#!/usr/bin/python3
"""Prints how many of the first 2,000 drawn digits scikit-learn's NearestCentroid recognizes, after training on the 1,257
real digits of the training split: the number that DrawnDigitsTest expects. The drawn digits come as bytes, 64 a digit:

    ./gan classpath   # then, in jshell --class-path ...:
    float[] v = new org.gan4j.data.digits.DrawnDigits(2000, 8, 1).open()
            .read(java.util.stream.IntStream.range(0, 2000).toArray()).get("image").toFloats();
    byte[] b = new byte[v.length]; for (int i = 0; i < b.length; i++) b[i] = (byte) Math.round((v[i] + 1) * 8);
    java.nio.file.Files.write(java.nio.file.Path.of("drawn.bin"), b);

    legible_digits.py drawn.bin
"""
import sys

import numpy as np
from sklearn.datasets import load_digits
from sklearn.neighbors import NearestCentroid

real = load_digits()
drawn = np.fromfile(sys.argv[1], np.uint8).reshape(-1, 64)
labels = np.arange(len(drawn)) % 10
nearest = NearestCentroid().fit(real.data[:1257], real.target[:1257]).predict(drawn)
print("recognized", int((nearest == labels).sum()), "of", len(drawn))
print("of each class", np.bincount(labels[nearest == labels], minlength=10).tolist())
