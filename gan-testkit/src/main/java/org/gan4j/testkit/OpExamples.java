package org.gan4j.testkit;

import java.util.List;
import java.util.stream.Stream;

/** Examples for every op of the {@link OpTable}: odd shapes, broadcasts, scalars, and the notable points of each. */
public final class OpExamples {
    private OpExamples() {}

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
