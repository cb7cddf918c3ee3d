package org.gan4j.bench.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gan4j.nd4j.Nd4jEngine;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Needs the native libraries; run with {@code -Pbench}. */
@Tag("peer")
class KernelCatalogTest {
    static List<String> names() {
        return KernelCatalog.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void computesSomethingInEveryRun(String name) {
        try (Session session = new Nd4jEngine().open();
                Program program = session.compile(KernelCatalog.graph(name))) {
            program.run(Map.of());
            assertThat(program.explain().total().nanoseconds().orElseThrow()).isPositive();
        }
    }
}
