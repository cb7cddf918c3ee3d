package org.gan4j.export.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.EvaluatedStep;
import org.gan4j.api.training.TrainingListener.Progress;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.dsl.run.RunMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;

class TensorBoardLogTest {
    @TempDir
    private Path folder;

    @Test
    void aRunIsReadBackWithTheMessagesOfTensorFlow() throws IOException {
        Path run = folder.resolve("run");
        train(run, 4, true);
        Path logs = run.resolve("tensorboard");
        List<Path> files = EventFiles.in(logs);
        assertThat(files).singleElement().satisfies(file -> assertThat(file.getFileName())
                .asString()
                .matches("events\\.out\\.tfevents\\.\\d{10}\\.gan4j"));
        Event first = EventFiles.read(files.get(0)).get(0);
        assertThat(first.getFileVersion()).isEqualTo("brain.Event:2");
        assertThat(first.getWallTime()).isBetween(1.7e9, 1e10);

        Map<String, TreeMap<Long, List<Summary.Value>>> values = EventFiles.values(logs);
        assertAllScalars(run, values, 4);
        Summary.Value text = values.get("experiment").get(0L).get(0);
        assertThat(text.getMetadata().getPluginData().getPluginName()).isEqualTo("text");
        assertThat(text.getTensor().getDtype()).isEqualTo(DataType.DT_STRING);
        assertThat(text.getTensor().getTensorShape().getDim(0).getSize()).isEqualTo(1);
        assertThat(text.getTensor().getStringVal(0).toStringUtf8())
                .isEqualTo("```yaml\n" + Files.readString(run.resolve("experiment.yaml")) + "\n```");
        TreeMap<Long, List<Summary.Value>> samples = values.get("samples");
        assertThat(samples.keySet()).containsExactly(2L, 4L);
        Summary.Image image = samples.get(4L).get(0).getImage();
        assertThat(image.getEncodedImageString().toByteArray())
                .isEqualTo(Files.readAllBytes(run.resolve("samples/step-000004.png")));
        assertThat(ImageIO.read(
                        new ByteArrayInputStream(image.getEncodedImageString().toByteArray())))
                .matches(read -> read.getWidth() == image.getWidth() && read.getHeight() == image.getHeight())
                .matches(read -> read.getColorModel().getNumComponents() == image.getColorspace());
    }

    @Test
    void aResumedRunAddsAFileThatLeavesNoGap() throws IOException {
        Path run = folder.resolve("run");
        train(run, 4, true);
        Path logs = run.resolve("tensorboard");
        Path first = EventFiles.in(logs).get(0);
        long size = Files.size(first);
        Files.write(
                first,
                new byte[] {1, 2, 3},
                StandardOpenOption.APPEND); // the beginning of a record, as the end of a program leaves it
        train(run, 6, true);
        assertThat(EventFiles.in(logs)).hasSize(2).first().satisfies(file -> assertThat(Files.size(file))
                .isEqualTo(size + 3));
        Map<String, TreeMap<Long, List<Summary.Value>>> values = EventFiles.values(logs);
        assertAllScalars(run, values, 6);
        assertThat(values.get("samples").keySet()).containsExactly(2L, 4L, 6L);
    }

    @Test
    void aRunThatBeganWithoutALogIsLoggedFromItsBeginning() throws IOException {
        Path run = folder.resolve("run");
        train(run, 4, false);
        train(run, 6, true);
        Map<String, TreeMap<Long, List<Summary.Value>>> values = EventFiles.values(run.resolve("tensorboard"));
        assertAllScalars(run, values, 6);
        assertThat(values.get("samples").keySet()).containsExactly(2L, 4L, 6L);
    }

    @Test
    void stepsThatWereTrainedWithoutALogAreMadeUp() throws IOException {
        Path run = folder.resolve("run");
        train(run, 2, true);
        train(run, 4, false);
        train(run, 6, true);
        Map<String, TreeMap<Long, List<Summary.Value>>> values = EventFiles.values(run.resolve("tensorboard"));
        assertAllScalars(run, values, 6);
        assertThat(values.get("experiment").keySet()).containsExactly(0L, 4L);
    }

    @Test
    void aLogOfItsOwnHasMetricsEvaluationsAndDiagnoses() throws IOException {
        TensorBoardLog log = new TensorBoardLog(folder, Optional.empty(), aSecondPerGlance());
        log.started(new Progress(0, 2, Map.of()));
        log.stepped(new Progress(1, 2, Map.of("loss.critic", 0.5, "gradient.norm.critic", Double.NaN)));
        log.evaluated(new EvaluatedStep(1, Weights.LATEST, Map.of("kid", 0.25), Duration.ZERO));
        log.evaluated(new EvaluatedStep(1, Weights.EMA, Map.of("kid", 0.125), Duration.ZERO));
        Diagnosis collapse = new Diagnosis(1, Diagnosis.Kind.MODE_COLLAPSE, "generator", "samples are alike");
        log.diagnosed(collapse);
        // a TensorBoard that runs sees it all before the end, since a second has passed
        Map<String, TreeMap<Long, List<Summary.Value>>> values = EventFiles.values(folder);
        log.ended(new Progress(1, 2, Map.of()));
        assertThat(values.keySet())
                .containsExactlyInAnyOrder(
                        "loss/critic",
                        "gradient/norm.critic",
                        "evaluation/kid",
                        "evaluation-ema/kid",
                        "diagnosis/mode-collapse");
        assertThat(scalar(values, "loss/critic", 1)).isEqualTo(0.5f);
        assertThat(scalar(values, "gradient/norm.critic", 1)).isNaN();
        assertThat(scalar(values, "evaluation/kid", 1)).isEqualTo(0.25f);
        assertThat(scalar(values, "evaluation-ema/kid", 1)).isEqualTo(0.125f);
        assertThat(values.get("diagnosis/mode-collapse")
                        .get(1L)
                        .get(0)
                        .getTensor()
                        .getStringVal(0)
                        .toStringUtf8())
                .isEqualTo(collapse.toString());
    }

    @Test
    void filesAreOrderedByNameThoughTheyBeginInOneSecond() throws IOException {
        for (int i = 0; i < 3; i++) {
            TensorBoardLog log = TensorBoardLog.into(folder);
            log.started(new Progress(i, 9, Map.of()));
            log.stepped(new Progress(i + 1, 9, Map.of("loss.critic", (double) i)));
            log.ended(new Progress(i + 1, 9, Map.of()));
        }
        List<Path> files = EventFiles.in(folder);
        assertThat(files).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(scalar(EventFiles.values(folder), "loss/critic", i + 1)).isEqualTo(i);
            assertThat(EventFiles.read(files.get(i)))
                    .last()
                    .matches(event -> event.getSummary().getValueCount() == 1);
        }
    }

    private static Clock aSecondPerGlance() {
        return new Clock() {
            private Instant now = Instant.EPOCH;

            @Override
            public Instant instant() {
                now = now.plusSeconds(1);
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private static void train(Path run, int until, boolean logged) {
        TensorBoardLog log = TensorBoardLog.of(run);
        OptionsStep options = Gan.builder()
                .generator(Dcgan.generator().latent(4).width(2))
                .critic(Dcgan.critic().width(2))
                .loss(NON_SATURATING)
                .data(FashionMnist.embedded())
                .batchSize(4)
                .sampleEvery(2)
                .engine("reference")
                .runDirectory(run);
        boolean resumed = Files.exists(run);
        try (Gan gan = resumed
                ? logged ? Gan.load(run, log) : Gan.load(run)
                : (logged ? options.listener(log) : options).build()) {
            gan.train(steps(until - gan.steps()));
        }
    }

    private static void assertAllScalars(
            Path run, Map<String, TreeMap<Long, List<Summary.Value>>> values, int expected) {
        int[] count = {0};
        RunMetrics.forEach(run, progress -> {
            count[0]++;
            progress.metrics()
                    .forEach((name, value) -> assertThat(scalar(values, name.replaceFirst("\\.", "/"), progress.step()))
                            .isEqualTo(value.floatValue()));
        });
        assertThat(count[0]).isEqualTo(expected);
        assertThat(values).containsKeys("loss/critic", "loss/generator");
        assertThat(values.get("loss/critic")).hasSize(expected);
    }

    private static float scalar(Map<String, TreeMap<Long, List<Summary.Value>>> values, String tag, long step) {
        List<Summary.Value> found = values.get(tag).get(step);
        assertThat(found).hasSize(1);
        return found.get(0).getSimpleValue();
    }
}
