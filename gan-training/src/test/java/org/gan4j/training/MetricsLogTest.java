package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gan4j.api.training.TrainingListener.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsLogTest {
    private static final String TWO = "{\"step\":1,\"loss\":0.5}\n{\"step\":2,\"loss\":0.25}\n";

    @TempDir
    Path folder;

    private String resumedAt(int step, String content) throws IOException {
        Path file = Files.writeString(folder.resolve("metrics.jsonl"), content);
        MetricsLog log = new MetricsLog(file);
        log.started(new Progress(step, 9, Map.of()));
        log.ended(new Progress(step, 9, Map.of()));
        return Files.readString(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"step\":3,\"loss\":1.5}\n",
                "{\"step\":3,\"lo",
                "{\"step\":3,\"loss\":1.5}",
                "{\"step\":3,\"loss\n",
                "\0\0\0\0",
                "{\"step\":30,\"loss\":1.5}\n{\"step\":2,\"loss\":7}\n"
            })
    void isCutBackAfterTheLineOfTheStep(String rest) throws IOException {
        assertThat(resumedAt(2, TWO + rest)).isEqualTo(TWO);
    }

    @Test
    void linesAreToldApartByTheirStepsAndNotCounted() throws IOException {
        String gap = "{\"step\":1,\"loss\":0.5}\n{\"step\":5,\"loss\":0.25}\n";
        assertThat(resumedAt(5, gap + "{\"step\":6,\"loss\":1}\n")).isEqualTo(gap);
        assertThat(resumedAt(4, gap)).isEqualTo("{\"step\":1,\"loss\":0.5}\n");
        assertThat(resumedAt(0, gap)).isEmpty();
    }

    @Test
    void eachLineIsInTheFileBeforeTheNextStep() {
        Path file = folder.resolve("metrics.jsonl");
        MetricsLog log = new MetricsLog(file);
        log.started(new Progress(0, 9, Map.of()));
        log.stepped(new Progress(1, 9, Map.of("loss", 0.5)));
        log.force();
        assertThat(file).hasContent("{\"step\":1,\"loss\":0.5}\n");
        log.ended(new Progress(1, 9, Map.of()));
    }
}
