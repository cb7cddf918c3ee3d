package com.example.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GarmentsTest {
    @TempDir
    Path folder;

    @Test
    void twentyStepsLeaveARunThatDraws() throws IOException {
        Garments garments = new Garments(folder.resolve("run"));
        garments.train(20);
        garments.draw(16, folder.resolve("grid.png"));
        assertThat(folder.resolve("run/metrics.jsonl")).content().hasLineCount(20).doesNotContain("NaN");
        assertThat(ImageIO.read(folder.resolve("grid.png").toFile()).getWidth()).isGreaterThan(4 * 28);
    }

    /** Development tools and application servers load a program by a class loader of its own. */
    @Test
    void aClassLoaderBelowThatOfTheJvmFindsEngineAndPlugIns() throws Exception {
        List<URL> jars = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
            jars.add(Path.of(part).toUri().toURL());
        }
        try (URLClassLoader child = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Object garments = child.loadClass(Garments.class.getName())
                    .getConstructor(Path.class)
                    .newInstance(folder.resolve("child"));
            assertThat(garments.getClass()).isNotEqualTo(Garments.class);
            garments.getClass().getMethod("train", int.class).invoke(garments, 2);
        }
        assertThat(Files.readAllLines(folder.resolve("child/metrics.jsonl"))).hasSize(2);
    }
}
