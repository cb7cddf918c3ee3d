package org.gan4j.data.numbers;

/** The line that numbers are scaled by: {@code (v - middle) / half}. */
record Line(double middle, double half) {
    static final Line UNCHANGED = new Line(0, 1);
    /** Of pictures' bytes. */
    static final Line PIXELS = new Line(127.5, 127.5);

    float scaled(float value) {
        return (float) ((value - middle) / half);
    }
}
