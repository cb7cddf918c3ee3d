package org.gan4j.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** An experiment of two phases that trains in a moment, and has checkpoints and samples at different steps. */
final class TwoPhases {
    static final int STEPS = 24;
    private static final int WIDTH = 40;
    private static final int HEIGHT = 33;
    private static final String EXPERIMENT = """
            application: {name: super-resolution, scale: 2, content: PIXELS, pixel-steps: 6}
            generator: {name: srresnet, width: 2, blocks: 1, normalization: NONE, base: BICUBIC}
            critic: {name: srgan, width: 2}
            loss: non-saturating
            data: {name: image-crops, size: 16, per-image: 4, path: DATA}
            batch-size: 2
            steps: 24
            checkpoint-every: 3
            sample-every: 4
            engine: reference
            """;

    private TwoPhases() {}

    /** Writes the experiment, and its only photograph to photographs/noise.png. */
    static Path write(Path folder) throws IOException {
        Path photographs = Files.createDirectory(folder.resolve("photographs"));
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            image.setRGB(i % WIDTH, i / WIDTH, (i * 2_654_435) & 0xFFFFFF);
        }
        ImageIO.write(image, "png", photographs.resolve("noise.png").toFile());
        return Files.writeString(folder.resolve("two-phases.yaml"), EXPERIMENT.replace("DATA", photographs.toString()));
    }
}
