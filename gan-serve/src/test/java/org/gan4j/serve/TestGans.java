package org.gan4j.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.experiment.Experiment;

/** Small GANs that are not trained, since untrained ones answer requests likewise. */
final class TestGans {
    private static final String NETWORKS = """
        generator: {name: dcgan, latent: 4, width: 2}
        critic: {name: dcgan, width: 2}
        loss: non-saturating
        engine: reference
        batch-size: 4
        """;

    private TestGans() {}

    static Gan plain() {
        return of(NETWORKS + "data: fashion-mnist\n");
    }

    static Gan plainOnNd4j() {
        return of(NETWORKS.replace("engine: reference", "engine: nd4j").replace("width: 2", "width: 8")
                + "data: fashion-mnist\n");
    }

    static Gan classes() {
        return of(NETWORKS + "data: fashion-mnist\napplication: {name: conditional, kind: auxiliary}\n");
    }

    static Gan texts() {
        return of("application: {name: text-to-image, encoder: {name: bag-of-words, size: 16}, projection: 4}\n"
                + NETWORKS + "data: emoji\n");
    }

    static Gan vectors() {
        return of("""
            generator: {name: mlp, latent: 3, layers: 1, width: 8}
            critic: {name: mlp, layers: 1, width: 8}
            loss: non-saturating
            engine: reference
            data: gaussian-ring
            """);
    }

    static Gan upscaler() {
        try {
            Path folder = Files.createTempDirectory("photographs");
            Path photograph = Files.write(folder.resolve("waves.png"), Client.png(40, 33));
            try {
                return of("""
                        application: {name: super-resolution, scale: 2, content: PIXELS, pixel-steps: 2}
                        generator: {name: srresnet, width: 2, blocks: 1, normalization: NONE, base: BICUBIC}
                        critic: {name: srgan, width: 2}
                        loss: non-saturating
                        data: {name: image-crops, path: %s, size: 16, per-image: 4}
                        batch-size: 2
                        """.formatted(folder));
            } finally {
                Files.delete(photograph);
                Files.delete(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Gan translator() {
        return of("""
            application: {name: cyclegan, pool: 3}
            generator: {name: resnet-translator, width: 2, blocks: 1}
            critic: {name: patch, layers: 1, width: 2, normalization: INSTANCE}
            loss: lsgan
            engine: reference
            data: {name: unpaired, data: {name: emoji}, other: {name: emoji}}
            batch-size: 2
            """);
    }

    private static Gan of(String yaml) {
        try {
            Path file = Files.createTempFile("experiment", ".yaml");
            try {
                Files.writeString(file, yaml);
                return Gan.of(Experiment.read(file).spec());
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
