package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with tags, from training to samples of a loaded run. */
class TagsRunTest {
    @TempDir
    private Path folder;

    @Test
    void samplesOfARunHaveTags() throws IOException {
        Path recipe = Files.writeString(folder.resolve("tiny.yaml"), """
                application: tagged
                generator: {name: anime, latent: 4, width: 2, blocks: 1}
                critic: {name: anime, width: 2}
                loss: non-saturating
                regularizers: [dragan]
                data: {name: emoji, tagged: 3}
                batch-size: 4
                steps: 2
                """);
        Path run = folder.resolve("run");
        assertThat(gan("train", recipe, "--out", run).code()).isZero();
        assertThat(run.resolve("experiment.yaml")).content().contains("tags:\n- animal\n- face\n- man\n");
        Path out = folder.resolve("samples.npy");
        Ran faces = gan("sample", run, "--tags", "Face, -man", "--count", 3, "--out", out);
        assertThat(faces.err()).isEmpty();
        byte[] made = Files.readAllBytes(out);
        assertThat(gan("sample", run, "--label", "face,-man", "--count", 3, "--out", out)
                        .err())
                .contains("this GAN is asked for tags, not for a class", "in place of the label face,-man");
        assertThat(out).hasBinaryContent(made);
        assertThat(gan("sample", run, "--tags", "animal, -face", "--count", 3, "--out", out)
                        .code())
                .isZero();
        assertThat(Files.readAllBytes(out)).isNotEqualTo(made);
        assertThat(gan("sample", run, "--tags", "fac", "--out", out).err())
                .contains("there is no tag fac; did you mean face?");
        assertThat(gan("sample", run, "--tags", "face", "--label", "face", "--out", out)
                        .err())
                .contains("leave out --label or --tags");
        assertThat(gan("train", "--resume", run, "--steps", 3).code()).isZero();
    }
}
