package org.gan4j.dsl.sketches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.api.training.TrainingLength;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.dsl.spec.InvalidGanException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies that a recipe of two phases keeps their shares when it is trained for another number of steps. */
class PhaseScalingTest {
    @TempDir
    Path folder;

    /** Returns an experiment that is designed for 20 steps of content alone, then 40 with the critic. */
    private static OptionsStep recipe() {
        return Gan.builder()
                .application(new SuperResolution(20))
                .data(TinySamples.of("image"))
                .generator(new TinyTranslator(2))
                .critic(Dcgan.critic().width(2))
                .batchSize(4)
                .ema(0)
                .engine("reference")
                .steps(60);
    }

    private static Map<String, Integer> phases(OptionsStep options) {
        try (Gan gan = options.build()) {
            return gan.spec().values().get(GanSpec.PHASES);
        }
    }

    @Test
    void theDesignedLengthAndOthersKeepTheShares() {
        assertThat(phases(recipe())).containsExactly(Map.entry("content", 20));
        assertThat(phases(recipe().steps(600))).containsExactly(Map.entry("content", 200));
        assertThat(phases(recipe().steps(6))).containsExactly(Map.entry("content", 2));
        assertThat(phases(recipe().steps(2))).containsExactly(Map.entry("content", 1));
        assertThat(phases(recipe().phases(Map.of("content", 5)))).containsExactly(Map.entry("content", 5));
    }

    @Test
    void aPhasesOwnBatchMustNotExceedTheData() {
        OptionsStep large = Gan.builder()
                .application(new ProgressiveGrowing(2, 100_000, 3, 2))
                .data(new FormulaData(FormulaData.Kind.IMAGES))
                .batchSize(4)
                .engine("reference");
        assertThatThrownBy(large::build)
                .isInstanceOf(InvalidGanException.class)
                .hasMessageContaining("the phase half has a batch size of 100000, but the data have only");
    }

    @Test
    void fewerStepsThanPhasesAndUnknownPhasesAreRefused() {
        assertThatThrownBy(() -> recipe().steps(1).build())
                .isInstanceOf(InvalidGanException.class)
                .hasMessageContaining("a run of 1 steps is too short for the 2 phases [content, adversarial]");
        assertThatThrownBy(() -> recipe().phases(Map.of("warmup", 5)).build())
                .isInstanceOf(InvalidGanException.class)
                .hasMessageContaining("there is no phase warmup whose length can be set: use one of [content]");
    }

    @Test
    void bothPhasesRunAndResumingLengthensTheLastOnly() throws IOException {
        Path run = folder.resolve("run");
        try (Gan gan = recipe().steps(4).runDirectory(run).build()) {
            gan.train();
        }
        assertThat(Files.readString(run.resolve("experiment.yaml"))).contains("steps: 4\n", "phases:\n  content: 1\n");
        try (Gan gan = Gan.load(run)) {
            gan.train(TrainingLength.steps(2));
        }
        assertThat(Files.readString(run.resolve("experiment.yaml"))).contains("steps: 6\n", "phases:\n  content: 1\n");
        List<String> lines = Files.readAllLines(run.resolve("metrics.jsonl"));
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).contains("loss.generator").doesNotContain("loss.critic");
        assertThat(lines.subList(1, 6)).allMatch(line -> line.contains("loss.critic"));
    }
}
