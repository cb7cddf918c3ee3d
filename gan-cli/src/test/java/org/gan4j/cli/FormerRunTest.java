package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Npy;
import org.gan4j.tensor.io.Safetensors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that the version before the present names wrote, by the reference engine: two steps of a semi-supervised GAN whose
 * experiment.yaml has every former name. That version also wrote what is expected of its third step and of its samples.
 */
class FormerRunTest {
    private static final Path WRITTEN = Path.of("src/test/resources/org/gan4j/cli");

    @TempDir
    private Path folder;

    private Path run;

    @BeforeEach
    void copy() throws IOException {
        run = folder.resolve("run");
        Path source = WRITTEN.resolve("former-run");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, run.resolve(source.relativize(file).toString()));
            }
        }
    }

    @Test
    void resumesToTheStateThatItWouldHaveHadThen() {
        Ran resumed = gan("train", "--resume", run, "--steps", 3);
        assertThat(resumed.code()).as(resumed.err()).isZero();
        Safetensors expected = Safetensors.read(WRITTEN.resolve("former-run-step-3.safetensors"));
        Safetensors found = Safetensors.read(run.resolve("checkpoints/step-000003.safetensors"));
        assertThat(found.tensors().keySet()).isEqualTo(expected.tensors().keySet());
        expected.tensors()
                .forEach((name, value) -> requireEqual(name, found.tensors().get(name), value));
    }

    @Test
    void makesTheSamplesThatItMadeThen() {
        Path samples = folder.resolve("samples.npy");
        assertThat(gan("sample", run, "--count", 2, "--latest", "--out", samples)
                        .code())
                .isZero();
        requireEqual("samples", Npy.read(samples), Npy.read(WRITTEN.resolve("former-run-samples.npy")));
    }

    @Test
    void saysTodaysNames() {
        assertThat(gan("sample", run, "--count", 1, "--out", folder.resolve("one.png"))
                        .err())
                .contains(
                        "the key critic-moves was renamed to critic-updates",
                        "the name partly-labelled was renamed to partly-labeled",
                        "the name normalise was renamed to normalize",
                        "the name colour was renamed to color",
                        "the setting rounds was renamed to steps");
    }

    @Test
    void isWrittenWithTodaysNamesWhenItContinues() throws IOException {
        gan("train", "--resume", run, "--steps", 3);
        assertThat(Files.readString(run.resolve("experiment.yaml")))
                .contains("critic-updates: 2", "name: partly-labeled", "name: color", "name: normalize", "steps: 10")
                .doesNotContain("critic-moves", "partly-labelled", "colour", "normalise", "rounds");
    }

    /** Java's exponential may differ in its last bit from one virtual machine to another. */
    private static void requireEqual(String name, TensorData found, TensorData expected) {
        assertThat(found.shape()).as(name).isEqualTo(expected.shape());
        double[] wanted = expected.toDoubles();
        double[] given = found.toDoubles();
        for (int i = 0; i < wanted.length; i++) {
            assertThat(given[i]).as(name).isCloseTo(wanted[i], within(1e-6));
        }
    }
}
