package org.gan4j.testkit;

import java.util.List;
import java.util.stream.Stream;

/** Examples for every op in the {@link OpTable}: odd shapes, broadcasts, scalars, and the notable points of each. */
public final class OpExamples {
    private OpExamples() {}

    /** Returns the examples of all ops. */
    public static List<OpExample> all() {
        return Stream.of(
                        UnaryExamples.all(),
                        BinaryExamples.all(),
                        StructuralExamples.all(),
                        ContractionExamples.all(),
                        LeafExamples.all())
                .flatMap(List::stream)
                .toList();
    }
}
