package org.gan4j.dsl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.training.EarlyStopping;
import org.gan4j.api.training.EarlyStopping.Better;
import org.gan4j.api.training.EvaluatedStep;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.dsl.TinyGans;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.metrics.KernelDistance;
import org.gan4j.metrics.PrecisionRecall;
import org.gan4j.metrics.images.PeakSignalToNoise;
import org.gan4j.tensor.TensorData;
import org.gan4j.training.RunDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evaluations during training, and what they decide. */
class EvaluationsTest {
    /** The brightness of samples, minus that of the data. */
    private static final class Brightness implements Metric {
        @Override
        public String name() {
            return "brightness";
        }

        @Override
        public Given given() {
            return Given.SAMPLES;
        }

        @Override
        public Map<String, Double> measure(MetricInput in) {
            return Map.of("brightness", mean(in.fake()) - mean(in.real()));
        }

        @Override
        public String toString() {
            return name();
        }

        private static double mean(TensorData values) {
            double sum = 0;
            for (float each : values.toFloats()) {
                sum += each;
            }
            return sum / values.shape().size();
        }
    }

    /** Values that were written down before. */
    private static final class Scripted implements Metric {
        private final List<Double> values;
        private int measured;

        private Scripted(Double... values) {
            this.values = List.of(values);
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public Given given() {
            return Given.SAMPLES;
        }

        @Override
        public boolean appliesTo(Comparison comparison) {
            return true;
        }

        @Override
        public Map<String, Double> measure(MetricInput in) {
            return Map.of("scripted", values.get(measured++));
        }
    }

    @TempDir
    Path folder;

    private RunDirectory run;
    private EvaluationLog log;

    @BeforeEach
    void open() {
        run = new RunDirectory(folder.resolve("run"));
        log = new EvaluationLog(run.evaluations());
    }

    private OptionsStep evaluated(Metric metric) {
        return TinyGans.of(NON_SATURATING)
                .runDirectory(run.root())
                .checkpointEvery(2)
                .evaluateEvery(2)
                .evaluateCount(5)
                .evaluateMetrics(metric);
    }

    private static EarlyStopping lower(int patience) {
        return new EarlyStopping("scripted", patience, Better.LOWER);
    }

    @Test
    void trainingAppendsALineEveryFewStepsAndAfterTheLastAndComputesTheSame() throws IOException {
        List<EvaluatedStep> heard = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void evaluated(EvaluatedStep evaluated) {
                heard.add(evaluated);
            }
        };
        try (Gan gan = evaluated(new Brightness())
                .evaluateWeights("both")
                .listener(listener)
                .build()) {
            gan.train(steps(5));
            double now = gan.evaluate(SampleRequest.of(5).latest()).values().get("brightness");
            assertThat(log.series("brightness", Weights.LATEST)).hasSize(3).containsEntry(5, now);
        }
        assertThat(log.entries()).extracting(EvaluationLog.Entry::step).containsExactly(2, 2, 4, 4, 5, 5);
        assertThat(log.entries().subList(0, 2))
                .extracting(EvaluationLog.Entry::weights)
                .containsExactly(Weights.LATEST, Weights.EMA);
        assertThat(heard)
                .extracting(EvaluatedStep::values)
                .containsExactlyElementsOf(
                        log.entries().stream().map(EvaluationLog.Entry::values).toList());
        assertThat(Files.readAllLines(run.evaluations()).get(0))
                .startsWith("{\"step\":2,\"brightness\":")
                .contains(",\"metrics\":[\"brightness\"],\"protocol\":{")
                .endsWith("\"weights\":\"latest\",\"during\":\"training\"}");

        RunDirectory plain = new RunDirectory(folder.resolve("plain"));
        try (Gan gan = TinyGans.of(NON_SATURATING)
                .runDirectory(plain.root())
                .checkpointEvery(2)
                .build()) {
            gan.train(steps(5));
        }
        assertThat(run.metrics()).hasSameBinaryContentAs(plain.metrics());
        assertThat(run.checkpoint(5)).hasSameBinaryContentAs(plain.checkpoint(5));
    }

    @Test
    void aResumedRunRepeatsWhatItTrainsAgainAndNothingElse() throws IOException {
        try (Gan gan = evaluated(new Brightness()).build()) {
            gan.train(steps(6));
        }
        List<String> whole = Files.readAllLines(run.evaluations());
        assertThat(whole).hasSize(3);
        Files.delete(run.checkpoint(6)); // as if the program was killed while it wrote
        Files.writeString(run.evaluations(), String.join("\n", whole) + "\n{\"step\":6,\"bri");
        resume(2, new Brightness());
        assertThat(run.evaluations()).hasContent(String.join("\n", whole));

        Files.writeString(run.evaluations(), whole.get(0) + "\n"); // as if it was killed after a checkpoint
        Files.delete(run.checkpoint(6));
        resume(2, new Brightness());
        assertThat(run.evaluations()).hasContent(String.join("\n", whole));
    }

    private void resume(int steps, Metric metric) {
        try (Gan gan = Gan.load(run.root(), List.of(metric))) {
            gan.train(steps(steps));
        }
    }

    @Test
    void evaluationsThatSomebodyAskedForStay() throws IOException {
        try (Gan gan = evaluated(new Brightness()).build()) {
            gan.train(steps(2));
            log.append(2, gan.evaluate(3));
        }
        resume(1, new Brightness());
        assertThat(Files.readAllLines(run.evaluations()))
                .hasSize(3)
                .element(1)
                .asString()
                .contains("\"real.count\":3");
        assertThat(log.entries()).extracting(EvaluationLog.Entry::step).containsExactly(2, 3);
    }

    @Test
    void anEvaluationAfterATornLineStays() throws IOException {
        try (Gan gan = evaluated(new Brightness()).build()) {
            gan.train(steps(2));
            Files.writeString(run.evaluations(), "{\"step\":2,\"bri", StandardOpenOption.APPEND);
            log.append(2, gan.evaluate(3));
        }
        assertThat(Files.readAllLines(run.evaluations())).hasSize(3);
        resume(1, new Brightness());
        assertThat(Files.readAllLines(run.evaluations()))
                .hasSize(3)
                .element(1)
                .asString()
                .contains("\"real.count\":3");
    }

    @Test
    void trainingStopsWithoutImprovementAndTheBestCheckpointStays() {
        Metric metric = new Scripted(5., 3., 3., 4., 3.5);
        try (Gan gan = evaluated(metric).earlyStopping(lower(3)).build()) {
            assertThat(gan.train(steps(100)).steps()).isEqualTo(11); // the step after the fifth evaluation
        }
        assertThat(log.series("scripted", Weights.LATEST))
                .containsExactly(
                        Map.entry(2, 5.), Map.entry(4, 3.), Map.entry(6, 3.), Map.entry(8, 4.), Map.entry(10, 3.5));
        assertThat(run.allCheckpoints())
                .containsExactly(run.checkpoint(4), run.checkpoint(8), run.checkpoint(10), run.checkpoint(11));
    }

    @Test
    void theGanOfTheBestStepIsLoadedAndLeavesTheRunAsItIs() throws IOException {
        TensorData best;
        try (Gan gan = evaluated(new Scripted(1., 2.)).earlyStopping(lower(3)).build()) {
            gan.train(steps(2));
            best = gan.sample(3).data();
            gan.train(steps(2));
            assertThat(gan.sample(3).data()).isNotEqualTo(best);
        }
        String evaluations = Files.readString(run.evaluations());
        try (Gan gan = Gan.load(run.root(), 2)) {
            assertThat(gan.steps()).isEqualTo(2);
            assertThat(gan.sample(3).data()).isEqualTo(best);
            gan.train(steps(1));
        }
        assertThat(run.allCheckpoints()).doesNotContain(run.checkpoint(3));
        assertThat(run.evaluations()).hasContent(evaluations.strip());
        assertThatThrownBy(() -> Gan.load(run.root(), 1))
                .hasMessage(run.root() + " has no checkpoint of step 1; it has step-000000.safetensors,"
                        + " step-000002.safetensors, step-000004.safetensors: choose one of these steps");
    }

    @Test
    void aResumedRunContinuesTheCount() {
        try (Gan gan = evaluated(new Scripted(3., 4.)).earlyStopping(lower(3)).build()) {
            gan.train(steps(4));
        }
        try (Gan gan = Gan.load(run.root(), List.of(new Scripted(5., 6.)))) {
            assertThat(gan.train(steps(100)).steps()).isEqualTo(9);
        }
        assertThat(run.allCheckpoints())
                .containsExactly(run.checkpoint(2), run.checkpoint(6), run.checkpoint(8), run.checkpoint(9));
    }

    @Test
    void aBestCheckpointThatSomebodyDeletedIsNotWrittenWithOtherWeights() throws IOException {
        try (Gan gan = evaluated(new Scripted(1., 2.)).earlyStopping(lower(9)).build()) {
            gan.train(steps(4));
        }
        Files.delete(run.checkpoint(2));
        resume(2, new Scripted(3.));
        assertThat(run.allCheckpoints()).containsExactly(run.checkpoint(0), run.checkpoint(4), run.checkpoint(6));
    }

    @Test
    void aRunInPartsStopsWhereAWholeOneDoes() {
        Metric whole = new Scripted(1., 2., 3., 4.); // after steps 2, 4, 6 and 8
        try (Gan gan = evaluated(whole).earlyStopping(lower(3)).build()) {
            assertThat(gan.train(steps(100)).steps()).isEqualTo(9);
        }
        run = new RunDirectory(folder.resolve("parts"));
        Metric parts = new Scripted(1., 2., 0., 3., 4.); // also after step 5
        try (Gan gan = evaluated(parts).earlyStopping(lower(3)).build()) {
            gan.train(steps(5));
            assertThat(gan.train(steps(100)).steps()).isEqualTo(9);
        }
        assertThat(run.allCheckpoints()).contains(run.checkpoint(2));
    }

    @Test
    void theBestCheckpointIsWrittenIfItWasNotDue() {
        Metric metric = new Scripted(2., 1., 3.);
        try (Gan gan =
                evaluated(metric).checkpointEvery(50).earlyStopping(lower(9)).build()) {
            gan.train(steps(6));
        }
        assertThat(run.allCheckpoints()).contains(run.checkpoint(4), run.checkpoint(6));
    }

    @Test
    void aNumberThatIsNotMeasuredIsNamedWithThoseThatAre() {
        EarlyStopping wrong = new EarlyStopping("brightnes", 3, Better.HIGHER);
        try (Gan gan = evaluated(new Brightness()).earlyStopping(wrong).build()) {
            assertThatThrownBy(() -> gan.train(steps(3)))
                    .hasMessage("the evaluation after step 2 in " + run.evaluations()
                            + " has no number called brightnes; it has brightness: did you mean brightness?");
        }
        assertThatThrownBy(() -> log.series("fid", Weights.LATEST))
                .hasMessageEndingWith(" has no number called fid; it has brightness: choose one of these");
    }

    @Test
    void settingsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> TinyGans.of(NON_SATURATING)
                        .earlyStopping(lower(1))
                        .ema(0)
                        .build())
                .hasMessageContaining("early-stopping needs evaluations, and evaluate-every is 0: set it, such as 500")
                .hasMessageContaining("early-stopping needs a run directory");
        assertThatThrownBy(() -> evaluated(new Brightness())
                        .evaluateWeights("ema")
                        .ema(0)
                        .build())
                .hasMessageContaining(
                        "evaluate-weights is ema, but this GAN keeps no moving average because its ema is 0: set"
                                + " ema, such as 0.999, or evaluate-weights to latest");
        assertThatThrownBy(() ->
                        evaluated(new Brightness()).evaluateWeights("emma").build())
                .hasMessageContaining("evaluate-weights must be latest, ema or both, not emma");
        assertThatThrownBy(() -> evaluated(PeakSignalToNoise.standard()).build())
                .hasMessage("the metric psnr needs images with a target, as super-resolution has: choose another"
                        + " metric");
    }

    @Test
    void whatNoEvaluationCanMeasureIsRefusedBeforeTraining() {
        OptionsStep few = evaluated(PrecisionRecall.standard()).evaluateCount(3);
        assertThatThrownBy(few::build)
                .hasMessage("the metric precision-recall needs at least 4 samples, and 3 are to be evaluated: evaluate"
                        + " more samples");
        EarlyStopping wrong = new EarlyStopping("kernel-distanse", 3, Better.LOWER);
        OptionsStep mistyped = evaluated(new KernelDistance()).earlyStopping(wrong);
        assertThatThrownBy(mistyped::build)
                .hasMessage("early-stopping depends on kernel-distanse, which evaluate-metrics does not measure; it"
                        + " measures kernel-distance: did you mean kernel-distance?");
        evaluated(new KernelDistance())
                .earlyStopping(new EarlyStopping("kernel-distance", 3, Better.LOWER))
                .build()
                .close();
    }
}
