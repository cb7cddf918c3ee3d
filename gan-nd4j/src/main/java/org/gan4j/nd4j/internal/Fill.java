package org.gan4j.nd4j.internal;

/** A kernel that sets all elements to one number. */
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
