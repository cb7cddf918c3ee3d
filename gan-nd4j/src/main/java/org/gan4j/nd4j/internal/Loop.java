package org.gan4j.nd4j.internal;

/** An elementwise operation on the first {@code n} elements of blocks. Operands that it does not have are null. */
interface Loop {
    void run(float[] to, float[] a, float[] b, float[] c, int n);
}
