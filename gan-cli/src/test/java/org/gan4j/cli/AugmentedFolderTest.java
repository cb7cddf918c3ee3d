package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.cli.Ran.gan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.gan4j.apps.conditional.Conditional;
import org.gan4j.data.images.PngFiles;
import org.gan4j.dsl.Gan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of {@code gan augment} for images: four bags and one sneaker. */
class AugmentedFolderTest {
    @TempDir
    private static Path runs;

    @TempDir
    private Path folder;

    private static Path run;

    @BeforeAll
    static void train() {
        run = runs.resolve("conditional");
        try (Gan gan = Ran.tiny()
                .application(Conditional.concatenation())
                .seed(9)
                .runDirectory(run)
                .build()) {
            gan.train(steps(1));
        }
    }

    @BeforeEach
    void write() throws IOException {
        for (String name : List.of("Bag/1.png", "Bag/2.png", "Bag/old/3.png", "Bag/4.png", "sneaker/1.png")) {
            PngFiles.write(folder.resolve("real").resolve(name), new BufferedImage(5, 4, BufferedImage.TYPE_BYTE_GRAY));
        }
        Files.writeString(folder.resolve("real/notes.txt"), "notes");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private void assertRefused(String message, Object... args) throws IOException {
        List<String> before = names(folder);
        Ran ran = gan(args);
        assertThat(ran.err()).startsWith("gan: " + message);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(names(folder)).isEqualTo(before);
    }

    @Test
    void rareClassesGetImagesOfTheGan() throws IOException {
        Path real = folder.resolve("real");
        Path out = folder.resolve("more");
        assertThat(gan("augment", run, real, "--out", out))
                .isEqualTo(new Ran(
                        0,
                        "  Bag: 4, none added\n  sneaker: 1, and 3 added\n"
                                + "5 real and 3 synthetic images after step 1: " + out + "\n",
                        "gan: 1 file that is no image was left out\n"));
        assertThat(names(out))
                .containsExactly(
                        "Bag/1.png",
                        "Bag/2.png",
                        "Bag/4.png",
                        "Bag/old/3.png",
                        "sneaker/1.png",
                        "sneaker/synthetic-0000.png",
                        "sneaker/synthetic-0001.png",
                        "sneaker/synthetic-0002.png");
        assertThat(out.resolve("Bag/old/3.png")).hasSameBinaryContentAs(real.resolve("Bag/old/3.png"));
        Path first = out.resolve("sneaker/synthetic-0000.png");
        assertThat(ImageIO.read(first.toFile()).getWidth()).isEqualTo(28);
        assertThat(gan("verify", first, "--run", run).code()).isZero();
        assertThat(Files.mismatch(first, out.resolve("sneaker/synthetic-0001.png")))
                .isNotEqualTo(-1);

        Path half = Files.createDirectory(folder.resolve("half"));
        gan("augment", run, real, "--share", 0.5, "--out", half);
        assertThat(names(half)).hasSize(6);
        assertThat(gan("augment", run, real, "--out", folder.resolve("again")).code())
                .isZero();
        assertThat(folder.resolve("again/sneaker/synthetic-0000.png")).hasSameBinaryContentAs(first);
        assertThat(names(folder)).noneMatch(name -> name.startsWith("."));
    }

    @Test
    void whatCannotBeAugmentedIsRefused() throws IOException {
        Path real = folder.resolve("real");
        Path out = folder.resolve("out");
        assertRefused("the samples need a target: pass it by --out", "augment", run, real);
        assertRefused("the folder " + real + " is not empty", "augment", run, real, "--out", real);
        assertRefused(real.resolve("in") + " is in " + real, "augment", run, real, "--out", real.resolve("in"));
        assertRefused("--column applies to tables", "augment", run, real, "--column", "a", "--out", out);
        assertRefused("the share of the largest class", "augment", run, real, "--share", 0, "--out", out);
        Files.move(real.resolve("sneaker"), real.resolve("shoe"));
        assertRefused("the data have a class shoe, which this GAN has not learned", "augment", run, real, "--out", out);
        Files.move(real.resolve("Bag/1.png"), real.resolve("Bag/synthetic-1.png"));
        assertRefused("the image Bag/synthetic-1.png in ", "augment", run, real, "--out", out);
        Files.move(real.resolve("Bag/synthetic-1.png"), real.resolve("1.png"));
        assertRefused("the image 1.png in " + real + " is in no sub-folder", "augment", run, real, "--out", out);
    }

    @Test
    void gansWithoutClassesAreRefused() throws IOException {
        Path plain = runs.resolve("plain");
        try (Gan gan = Ran.tiny().seed(9).runDirectory(plain).build()) {
            gan.train(steps(1));
        }
        assertRefused(
                "this GAN cannot generate images of a class",
                "augment",
                plain,
                folder.resolve("real"),
                "--out",
                folder.resolve("out"));
    }
}
