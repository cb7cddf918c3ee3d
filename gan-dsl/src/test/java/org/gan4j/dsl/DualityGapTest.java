package org.gan4j.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.data.toy.GaussianRing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DualityGapTest {
    @TempDir
    Path folder;

    private Path run(int trained) {
        Path run = folder.resolve("run-" + trained);
        try (Gan gan = Gan.builder()
                .generator(Mlp.generator().latent(2).layers(1).width(16))
                .critic(Mlp.critic().layers(1).width(16))
                .loss(NON_SATURATING)
                .data(GaussianRing.standard())
                .batchSize(64)
                .engine("reference")
                .runDirectory(run)
                .build()) {
            gan.train(steps(trained));
        }
        return run;
    }

    private static List<byte[]> files(Path run) throws IOException {
        try (Stream<Path> all = Files.walk(run)) {
            return all.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> {
                        try {
                            return Files.readAllBytes(file);
                        } catch (IOException failed) {
                            throw new UncheckedIOException(failed);
                        }
                    })
                    .toList();
        }
    }

    @Test
    void eachPlayerGainsByItsAnswerAndTheRunStaysAsItIs() throws IOException {
        Path run = run(2);
        List<byte[]> before = files(run);
        DualityGap gap = DualityGap.of(run, OptionalInt.empty(), 600, 500, Optional.empty());
        assertThat(gap.worstCritic()).isGreaterThan(gap.current() + 0.1);
        assertThat(gap.worstGenerator()).isLessThan(gap.current());
        assertThat(gap.value()).isCloseTo(gap.worstCritic() - gap.worstGenerator(), offset(1e-9));
        assertThat(gap.error()).isBetween(1e-4, 0.2);
        assertThat(gap.samples()).isEqualTo(500);
        List<byte[]> after = files(run);
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).isEqualTo(before.get(i));
        }
        assertThat(DualityGap.of(run, OptionalInt.empty(), 600, 500, Optional.empty()))
                .isEqualTo(gap);
    }

    @Test
    void tooFewSamplesOrUpdatesAreRefused() {
        assertThatThrownBy(() -> DualityGap.of(folder, OptionalInt.empty(), 0, 500, Optional.empty()))
                .hasMessage("the duality gap needs at least 1 step and 100 samples, not 0 and 500: 200 and 2000 are"
                        + " usual");
    }
}
