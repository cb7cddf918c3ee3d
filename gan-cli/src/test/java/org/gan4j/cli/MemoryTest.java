package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process whose memory is limited. */
class MemoryTest {
    @TempDir
    private Path folder;

    @Test
    void exhaustedNativeMemorySaysWhatToLowerAndLeavesNoLock() throws Exception {
        Path run = folder.resolve("run");
        GanProcess process = GanProcess.start(
                folder, List.of("-Dorg.bytedeco.javacpp.maxbytes=24m"), "train", experiment(512), "--out", run);
        Ran ended = process.await();
        assertThat(ended.code()).as(ended.out()).isEqualTo(1);
        assertThat(ended.out())
                .containsPattern(
                        "gan: out of memory outside the Java heap, where tensors are: \\d+ MB more were needed, and"
                                + " this process has \\d+ MB of at most 24; lower the batch size \\(batch-size, --batch\\),")
                .doesNotContain("\tat ");
        assertThat(run).doesNotExist(); // and run.lock with it
    }

    @Test
    void anExhaustedHeapSaysWhatToLower() throws Exception {
        GanProcess process =
                GanProcess.start(folder, List.of("-Xmx24m"), "train", experiment(4096), "--out", folder.resolve("run"));
        Ran ended = process.await();
        assertThat(ended.code()).as(ended.out()).isEqualTo(1);
        assertThat(ended.out())
                .contains("gan: out of memory: give Java more with GAN_JAVA_OPTS=-Xmx8g")
                .contains("batch-size");
    }

    private Path experiment(int batch) throws IOException {
        return Files.writeString(
                folder.resolve("mine.yaml"),
                String.join(
                        "\n",
                        "generator: {name: dcgan, latent: 4, width: 8}",
                        "critic: {name: dcgan, width: 8}",
                        "loss: non-saturating",
                        "data: fashion-mnist",
                        "batch-size: " + batch,
                        "engine: nd4j",
                        "steps: 1"));
    }
}
