package org.gan4j.testkit;

import java.util.List;
import java.util.stream.Stream;

/** Examples for every function of {@link org.gan4j.tensor.functions}, as {@link OpExamples} has for every op. */
public final class FunctionExamples {
    private FunctionExamples() {}

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
