package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardChoiceTest {
    @TempDir
    private Path folder;

    @Test
    void theRecipeAfterTheOptionIsNoFolder() throws IOException {
        Path run = folder.resolve("run");
        assertThat(gan("train", "--tensorboard", "tiny", "--steps", 1, "--out", run)
                        .code())
                .isZero();
        assertThat(files(run.resolve("tensorboard"))).isEqualTo(1);
        assertThat(gan("train", "--resume", run, "--steps", 2, "--tensorboard").code())
                .isZero();
        assertThat(files(run.resolve("tensorboard"))).isEqualTo(2);
    }

    @Test
    void anotherFolderFollowsAnEqualsSign() throws IOException {
        Path run = folder.resolve("run");
        Path logs = folder.resolve("logs");
        assertThat(gan("train", "tiny", "--tensorboard=" + logs, "--steps", 1, "--out", run)
                        .code())
                .isZero();
        assertThat(files(logs)).isEqualTo(1);
        assertThat(run.resolve("tensorboard")).doesNotExist();
    }

    @Test
    void aRunWithoutTheOptionHasNoEventFiles() {
        Path run = folder.resolve("run");
        assertThat(gan("train", "tiny", "--steps", 1, "--out", run).code()).isZero();
        assertThat(run.resolve("tensorboard")).doesNotExist();
    }

    private static long files(Path logs) throws IOException {
        try (Stream<Path> all = Files.list(logs)) {
            return all.count();
        }
    }
}
