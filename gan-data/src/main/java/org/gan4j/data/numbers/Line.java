package org.gan4j.data.numbers;

/** A linear scaling of numbers: {@code (v - middle) / half}. */
record Line(double middle, double half) {
    static final Line UNCHANGED = new Line(0, 1);
    /** The scaling of bytes that are pixels, to [-1, 1]. */
    static final Line PIXELS = new Line(127.5, 127.5);

    float scaled(double value) {
        return (float) ((value - middle) / half);
    }
}
