package org.gan4j.nd4j.internal;

/** The same number everywhere. */
record Fill(Region to, float number) implements Kernel {
    @Override
    public void run() {
        to.fill(number);
    }

    @Override
    public String name() {
        return "fill";
    }
}
