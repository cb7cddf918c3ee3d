package org.gan4j.nd4j.internal;

import java.util.List;
import java.util.stream.Collectors;

/** A kernel that runs several kernels in order. */
record Sequence(List<Kernel> kernels) implements Kernel {
    static Kernel of(Kernel... kernels) {
        return kernels.length == 1 ? kernels[0] : new Sequence(List.of(kernels));
    }

    @Override
    public void run() {
        for (Kernel kernel : kernels) {
            kernel.run();
        }
    }

    @Override
    public void close() {
        for (Kernel kernel : kernels) {
            kernel.close();
        }
    }

    @Override
    public String name() {
        return kernels.stream().map(Kernel::name).distinct().collect(Collectors.joining(" + "));
    }
}
