package org.gan4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.gan4j.training.RunDirectory;
import org.gan4j.training.RunLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReaderTest {
    @TempDir
    private Path folder;

    private RunDirectory run;

    @BeforeEach
    void create() throws IOException {
        run = RunDirectory.create(folder.resolve("dcgan-001"));
        Files.writeString(run.experiment(), "loss:\n  name: wgan\nsteps: 4\n");
    }

    private void metrics(int from, int to, double value) throws IOException {
        for (int step = from; step <= to; step++) {
            Files.writeString(
                    run.metrics(),
                    "{\"step\":" + step + ",\"loss.critic\":" + value + "}\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    private static double last(RunReport report) {
        var buckets = report.curves().metrics().get("loss.critic");
        return buckets.get(buckets.size() - 1).mean();
    }

    @Test
    void aRunIsReadAsItGrows() throws IOException {
        RunReader reader = RunReader.of(run);
        assertThat(reader.read().step()).isZero();
        metrics(1, 2, 0.5);
        Files.writeString(run.metrics(), "{\"step\":3,\"loss.cri", StandardOpenOption.APPEND);
        assertThat(reader.read().step()).as("a line that is being written").isEqualTo(2);
        Files.writeString(run.metrics(), "tic\":0.25}\n", StandardOpenOption.APPEND);
        RunReport report = reader.read();
        assertThat(report.step()).isEqualTo(3);
        assertThat(report.curves().ends()).containsExactly(1, 2, 3);
        assertThat(last(report)).isEqualTo(0.25);
        assertThat(report.name()).isEqualTo("dcgan-001");
        assertThat(report.planned()).hasValue(4);
    }

    @Test
    void aRunThatWentBackIsReadFromItsBeginning() throws IOException {
        RunReader reader = RunReader.of(run);
        metrics(1, 3, 0.5);
        reader.read();
        Files.delete(run.metrics());
        metrics(1, 4, 0.7); // longer than before, so its length tells nothing
        RunReport report = reader.read();
        assertThat(report.curves().ends()).containsExactly(1, 2, 3, 4);
        assertThat(report.curves().metrics().get("loss.critic"))
                .extracting(Curves.Bucket::mean)
                .containsOnly(0.7);
    }

    @Test
    void aTornLineIsLeftOut() throws IOException {
        metrics(1, 1, 0.5);
        Files.writeString(run.metrics(), "{\"step\":2,\"lo\n", StandardOpenOption.APPEND);
        metrics(3, 3, 0.5);
        assertThat(RunReader.of(run).read().curves().ends()).containsExactly(1, 3);
    }

    @Test
    void theStateIsThatOfTheRun() throws IOException {
        RunReader reader = RunReader.of(run);
        metrics(1, 2, 0.5);
        try (RunLock held = RunLock.acquire(run)) {
            assertThat(held.dead()).isEmpty();
            assertThat(reader.read().state()).isEqualTo(RunState.TRAINING);
        }
        assertThat(reader.read().state()).isEqualTo(RunState.STOPPED);
        metrics(3, 4, 0.5);
        assertThat(reader.read().state()).isEqualTo(RunState.COMPLETE);
    }

    @Test
    void aProgramThatEndedWithoutGivingBackTheLockTrainsNoMore() throws IOException {
        String host = java.net.InetAddress.getLocalHost().getHostName();
        Files.writeString(run.lock(), "host: " + host + "\npid: 99999999\nsince: 2026-01-01T00:00:00Z\n");
        assertThat(RunReader.of(run).read().state()).isEqualTo(RunState.STOPPED);
        Files.writeString(run.lock(), "host: elsewhere\npid: 1\nsince: 2026-01-01T00:00:00Z\n");
        assertThat(RunReader.of(run).read().state()).isEqualTo(RunState.TRAINING);
    }

    @Test
    void samplesAreInTheOrderOfTheirSteps() throws IOException {
        for (int step : new int[] {200, 1000000, 100}) {
            Files.write(run.sample(step), new byte[] {1});
        }
        Files.write(run.sampleArray(5), new byte[] {1});
        assertThat(RunReader.of(run).read().samples())
                .extracting(SampleImage::step)
                .containsExactly(100, 200, 1000000);
    }

    @Test
    void settingsThatAreNoYamlAreShownAsTheyAre() throws IOException {
        Files.writeString(run.experiment(), "a: [");
        RunReport report = RunReader.of(run).read();
        assertThat(report.settings()).isEqualTo("a: [");
        assertThat(report.planned()).isEmpty();
    }
}
