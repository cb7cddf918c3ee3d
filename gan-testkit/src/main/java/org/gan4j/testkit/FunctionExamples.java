package org.gan4j.testkit;

import java.util.List;
import java.util.stream.Stream;

/** Examples for every function in {@link org.gan4j.tensor.functions}, like {@link OpExamples} for ops. */
public final class FunctionExamples {
    private FunctionExamples() {}

    /** Returns the examples of all functions. */
    public static List<OpExample> all() {
        return Stream.of(
                        ConvolutionExamples.all(),
                        PoolingExamples.all(),
                        ResamplingExamples.all(),
                        OrderingExamples.all(),
                        NormExamples.all(),
                        RecurrentExamples.all(),
                        EinsumExamples.all())
                .flatMap(List::stream)
                .toList();
    }
}
