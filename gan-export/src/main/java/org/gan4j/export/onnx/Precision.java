package org.gan4j.export.onnx;

/** The type of the floating-point numbers that a model computes with. Its inputs and outputs are FLOAT32 in any case. */
public enum Precision {
    /** 32 bits, as in training. */
    FLOAT32,
    /** 16 bits, which halves the file. Numbers above 65,504 do not exist, and about three digits are right. */
    FLOAT16
}
