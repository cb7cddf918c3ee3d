package org.gan4j.dsl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.data.crops.ImageCrops;
import org.gan4j.data.degraded.Degraded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DegradedDataTest {
    @TempDir
    Path folder;

    @Test
    void degradedDataAreReadAndWrittenWithTheirRanges() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                String.join(
                        "\n",
                        "generator: dcgan",
                        "critic: dcgan",
                        "loss: wgan-gp",
                        "data:",
                        "  name: degraded",
                        "  data: {name: image-crops, size: 48, path: photos}",
                        "  scale: 2",
                        "  blur: [0.2, 3]",
                        "  jpeg: [30, 95]",
                        "  second-order: true"));
        Degraded expected = Degraded.of(ImageCrops.embedded().path("photos").size(48), 2)
                .blur(0.2, 3)
                .jpeg(30, 95)
                .twice();
        assertThat(Experiment.read(file).spec().data()).isEqualTo(expected);
        assertThat(ComponentText.of(expected))
                .isEqualTo(
                        "degraded (data image-crops (path photos, size 48, reduce 1, per-image 1000, flips true, rotations true,"
                                + " colors AUTO, memory 0, seed 1), scale 2, blur [0.2,3.0], jpeg [30,95], second-order true,"
                                + " levels 256, seed 1)");
    }
}
