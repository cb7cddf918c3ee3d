package org.gan4j.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import java.nio.file.Path;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.dsl.inference.SampleRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies that training can begin with the generator of another run. */
class StartingWeightsTest {
    private static final int SAMPLES = 3;
    private static final long SEED = 4;

    @TempDir
    private Path folder;

    private Path run;
    private float[] trained;

    @BeforeEach
    void train() {
        run = folder.resolve("run");
        try (Gan gan = TinyGans.of(NON_SATURATING).runDirectory(run).build()) {
            gan.train(steps(3));
            trained = gan.sample(SAMPLES, SEED).data().toFloats();
        }
    }

    @Test
    void theGeneratorAndItsAverageBeginWithTheAverageOfTheOtherRun() {
        try (Gan gan = TinyGans.of(NON_SATURATING).seed(9).from(run).build()) {
            assertThat(gan.sample(SAMPLES, SEED).data().toFloats()).isEqualTo(trained);
            assertThat(gan.sample(SampleRequest.of(SAMPLES).seed(SEED).latest())
                            .data()
                            .toFloats())
                    .isEqualTo(trained);
        }
    }

    @Test
    void aResumedRunContinuesFromItsOwnCheckpoint() {
        Path second = folder.resolve("second");
        float[] further;
        try (Gan gan = TinyGans.of(NON_SATURATING)
                .seed(9)
                .from(run)
                .runDirectory(second)
                .build()) {
            gan.train(steps(2));
            further = gan.sample(SAMPLES, SEED).data().toFloats();
        }
        assertThat(further).isNotEqualTo(trained);
        try (Gan gan = Gan.load(second)) {
            assertThat(gan.sample(SAMPLES, SEED).data().toFloats()).isEqualTo(further);
        }
    }

    @Test
    void anotherGeneratorIsRefusedWithTheVariablesThatDiffer() {
        assertThatThrownBy(() -> TinyGans.of(NON_SATURATING)
                        .generator(Mlp.generator().latent(4).layers(1).width(7))
                        .from(run)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("training cannot begin with the generator of " + run)
                .hasMessageContaining("generator/");
    }

    @Test
    void aFolderWithoutARunIsRefused() {
        assertThatThrownBy(() -> TinyGans.of(NON_SATURATING)
                        .from(folder.resolve("missing"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing");
    }
}
