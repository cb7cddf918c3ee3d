package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.cli.Ran.gan;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.dsl.Gan;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {
    @Test
    void showsTheStepKernelByKernelWithASumForEachStage() {
        Ran ran = gan("explain", "tiny", "--steps", 2, "--rows", 3);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        List<String> lines = ran.out().lines().toList();
        assertThat(lines.get(0)).startsWith("one step of tiny, batches of 4, plain Java in double precision");
        assertThat(lines.get(2)).matches("stage +operation +shape +kernel +MB +MFLOP +ms +share +GFLOP/s");
        assertThat(lines.subList(3, 6)).allMatch(line -> line.matches("(critic|generator)#0 .* plain loop .* %.*"));
        assertThat(lines.get(6)).matches(" +\\d+ more .*");
        assertThat(lines.subList(8, 11))
                .satisfiesExactly(
                        line -> assertThat(line).matches("critic#0 +\\d+ kernels .* \\d+\\.\\d %.*"),
                        line -> assertThat(line).matches("generator#0 +\\d+ kernels .* \\d+\\.\\d %.*"),
                        line -> assertThat(line).matches("total +\\d+ kernels .* 100\\.0 %.*"));
        assertThat(lines.get(12))
                .matches("memory: \\d+\\.\\d\\d MB for intermediate values, \\d+\\.\\d\\d MB of variables");
    }

    @Test
    void aLargerBatchCostsMore() {
        String four = gan("explain", "tiny", "--steps", 1).out();
        String eight = gan("explain", "tiny", "--steps", 1, "--batch", 8).out();
        assertThat(megaflops(eight)).isGreaterThan(1.9 * megaflops(four));
    }

    @Test
    void theFormerNameOfAnOptionIsReadWithAWarning() {
        for (String typed : List.of("--rounds 1", "--rounds=1")) {
            Ran ran = gan(Stream.concat(Stream.of("explain", "tiny"), Stream.of(typed.split(" ")))
                    .toArray());
            assertThat(ran.code()).isZero();
            assertThat(ran.out()).startsWith("one step of tiny");
            assertThat(ran.err()).isEqualTo("gan: --rounds is now called --steps: please write --steps\n");
        }
    }

    @Test
    void termsOfFewStepsAreNamed() {
        Ran ran = gan("explain", "tiny", "--steps", 1, "--set", "regularizers=[{name: r1, weight: 1, period: 16}]");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .endsWith(
                        "Less in fact: the step that is shown has the terms that most steps lack, r1 (every 16 steps).\n");
        assertThat(gan("explain", "tiny", "--steps", 1).out()).doesNotContain("Less in fact");
    }

    @Test
    void aMistypedRecipeIsAnsweredWithTheNearest() {
        assertThat(gan("explain", "tinny"))
                .isEqualTo(new Ran(2, "", "gan: there is no recipe tinny; did you mean tiny?\n"));
        assertThat(gan("explain", "--steps", 0).code()).isEqualTo(2);
    }

    @Test
    void nothingIsLearnedByExplaining() {
        try (Gan gan = Ran.tiny().build()) {
            TensorData before = gan.sample(2).data();
            assertThat(gan.explain(2).total().nanoseconds()).isPresent();
            assertThat(gan.sample(2).data()).isEqualTo(before);
            assertThat(gan.steps()).isZero();
            assertThatThrownBy(() -> gan.explain(0)).hasMessage("the number of steps must be at least 1, not 0");
        }
    }

    private static double megaflops(String table) {
        String total = table.lines()
                .filter(line -> line.startsWith("total"))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(total.trim().split(" {2,}")[3]);
    }
}
