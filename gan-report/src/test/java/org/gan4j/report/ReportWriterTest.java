package org.gan4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.gan4j.api.training.TrainingListener.Progress;
import org.gan4j.training.RunDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    private Path folder;

    private final AtomicLong clock = new AtomicLong();
    private RunDirectory run;

    @BeforeEach
    void create() throws IOException {
        run = RunDirectory.create(folder.resolve("run"));
        Files.writeString(run.experiment(), "steps: 4\n");
    }

    private static Progress step(int step) {
        return new Progress(step, 4, Map.of());
    }

    private ReportWriter writer() {
        return new ReportWriter(run, clock::get);
    }

    private void metrics(int steps) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= steps; i++) {
            lines.append("{\"step\":").append(i).append(",\"loss\":1}\n");
        }
        Files.writeString(run.metrics(), lines);
    }

    private String report() throws IOException {
        return Files.readString(run.report());
    }

    @Test
    void itIsWrittenAfterASecondThenSeldomAndAtTheEnd() throws IOException {
        ReportWriter writer = writer();
        writer.started(step(0));
        metrics(1);
        writer.stepped(step(1));
        assertThat(run.report()).doesNotExist();
        clock.set(SECOND);
        writer.stepped(step(1));
        assertThat(report()).contains("\"state\":\"training\",\"step\":1,");
        metrics(2);
        clock.set(10 * SECOND);
        writer.stepped(step(2));
        assertThat(report()).contains("\"step\":1,");
        clock.set(11 * SECOND);
        writer.stepped(step(2));
        assertThat(report()).contains("\"step\":2,");
        clock.set(12 * SECOND);
        writer.ended(step(2));
        assertThat(report()).contains("\"state\":\"stopped\",\"step\":2,");
        assertThat(run.timings()).hasContent("{\"from\":0,\"to\":2,\"seconds\":12.0}");
    }

    @Test
    void aResumedRunKeepsTheTimesOfEarlierTrainings() throws IOException {
        Files.writeString(run.timings(), "{\"from\":0,\"to\":2,\"seconds\":12.0}\n");
        metrics(4);
        ReportWriter writer = writer();
        writer.started(step(2));
        clock.set(3 * SECOND);
        writer.ended(step(4));
        assertThat(report()).contains("\"state\":\"complete\",\"step\":4,");
        assertThat(Files.readAllLines(run.timings()))
                .containsExactly("{\"from\":0,\"to\":2,\"seconds\":12.0}", "{\"from\":2,\"to\":4,\"seconds\":3.0}");
    }

    @Test
    void aReportThatCannotBeWrittenEndsNoTraining() throws IOException {
        Files.createDirectories(run.report().resolve("in-the-way"));
        ReportWriter writer = writer();
        writer.started(step(0));
        writer.ended(step(4));
        assertThat(run.report()).isDirectory();
    }
}
