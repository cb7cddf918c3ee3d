package org.gan4j.dsl.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gan4j.dsl.run.EvaluationLog;
import org.gan4j.testkit.fuzzing.Fuzzing;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fuzz")
class ExperimentFuzzTest {
    private static final String EXPERIMENT = """
        data: {name: gaussian-ring, modes: 8, radius: 1.5}
        loss: wgan-gp
        generator: mlp
        critic: mlp
        transforms:
        - {name: flip, horizontal: 0.5}
        steps: 1000
        batch-size: 64
        fields:
        - {name: image, type: float, shape: [2]}
        classes: [a, "010"]
        """;

    @TempDir
    Path folder;

    @Test
    void damagedExperimentsAreReadOrRefused() {
        Fuzzing.of(folder.resolve("x.yaml"), Experiment::read, IllegalArgumentException.class)
                .seeds("data: fashion-mnist\n", EXPERIMENT)
                .tokens(
                        "&a ",
                        "*a",
                        "!!java.net.URL",
                        "!!int",
                        "!!binary",
                        "!!set",
                        "<<",
                        "? ",
                        "- ",
                        ": ",
                        "|\n",
                        ">\n",
                        "---\n",
                        "...\n",
                        "%YAML 1.1\n",
                        "[",
                        "]",
                        "{",
                        "}",
                        "[[[[[[[[[[[[[[[[",
                        "\"",
                        "'",
                        "#",
                        "\n",
                        "  ",
                        "\t",
                        "yes",
                        "010",
                        "1_000",
                        ".inf",
                        ".nan",
                        "NaN",
                        "1e999",
                        "null",
                        "~",
                        "0o7",
                        "\u00e9",
                        "\ud83d\ude00",
                        "\u0000",
                        "\ufeff",
                        "\u0085",
                        "code: x",
                        "name")
                .report("experiments", 1000);
    }

    @Test
    void damagedEvaluationsAreReadOrRefused() {
        Fuzzing.of(
                        folder.resolve("evaluations.jsonl"),
                        file -> {
                            EvaluationLog log = new EvaluationLog(file);
                            log.entries()
                                    .forEach(entry -> assertThat(entry.step()).isNotNegative());
                            log.all();
                        },
                        IllegalArgumentException.class,
                        java.io.UncheckedIOException.class)
                .seeds("{\"step\":100,\"fid\":12.5,\"kid\":\"NaN\",\"weights\":\"ema\",\"during\":\"training\"}\n")
                .tokens(
                        "{",
                        "}",
                        "[",
                        "]",
                        "[[[[[[[[[[",
                        "\"",
                        ":",
                        ",",
                        "\n",
                        "null",
                        "true",
                        "1e999",
                        "\"parts\":[",
                        "\"protocol\":{}",
                        "\"step\":",
                        "\"during\":\"training\"",
                        "\"references\":{}",
                        "\\u0000")
                .report("evaluations", 1000);
    }

    @Test
    void bombsAreRefusedAtOnce() throws IOException {
        for (String bomb : List.of(
                "[".repeat(1 << 24),
                "[".repeat(1 << 18),
                "a: ".repeat(80_000),
                "{a: ".repeat(60_000),
                "- ".repeat(100_000),
                "? ".repeat(100_000),
                "? [".repeat(80_000),
                "data: &a [" + "&b [".repeat(10_000),
                "\"" + "z".repeat(250_000),
                "z".repeat(250_000),
                "x: [" + "a, ".repeat(80_000),
                "data: " + "9".repeat(250_000),
                "data: 0." + "9".repeat(250_000),
                "- a\n".repeat(60_000),
                "#".repeat(250_000))) {
            Path file = Files.writeString(folder.resolve("bomb.yaml"), bomb);
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertThatIllegalArgumentException()
                    .isThrownBy(() -> Experiment.read(file)));
        }
    }

    @Test
    void valuesOfSetAreAsStrictAsFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), "data: fashion-mnist\nsteps: 10\n");
        ExperimentDraft draft = ExperimentDraft.of(file);
        for (String value :
                List.of("010", "1_000", "0x1F", "1e999", "1e-999", "yes", "*a", "!!int 1", "1\nloss: wgan")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> draft.set("steps", value))
                    .withMessageContaining("set steps");
        }
        for (String value : List.of("12:30", ".nan", ".inf", "0o17", "NaN", "1e3", "99999999999")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> draft.set("steps", value).read())
                    .withMessageContaining("the key steps");
        }
    }
}
