package org.gan4j.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.architectures.dcgan.Dcgan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The resident memory of the process, in MB, with garbage collected before it is measured. */
class MemoryTest {
    private static final Path STATUS = Path.of("/proc/self/status");

    @TempDir
    private Path folder;

    @BeforeEach
    void requireLinux() {
        assumeThat(STATUS).exists();
    }

    private static long resident() {
        System.gc();
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the bytes that a step of a DCGAN with batches of 64 needs for values in between. */
    private static long arena(int accumulation) {
        try (Gan gan = TinyGans.of(NON_SATURATING)
                .generator(Dcgan.generator().latent(6).width(8))
                .critic(Dcgan.critic().width(8))
                .batchSize(64)
                .accumulation(accumulation)
                .engine("nd4j")
                .build()) {
            return gan.explain(1).arenaBytes();
        }
    }

    @Test
    void aBatchInPartsNeedsTheMemoryOfAPart() {
        long whole = arena(1);
        assertThat(arena(4)).isLessThan(whole / 2);
        assertThat(arena(8)).isLessThan(whole / 3);
    }

    @Test
    void closingAGanFreesItsMemory() {
        assertFlat(opened(10, 2), 100);
    }

    @Test
    @Tag("long")
    void closingFiftyGansFreesTheirMemory() {
        assertFlat(opened(50, 10), 100);
    }

    /** Opens, trains and closes GANs one after the other, and returns the memory after each few of them. */
    private static List<Long> opened(int count, int few) {
        List<Long> measured = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            try (Gan gan = TinyGans.of(NON_SATURATING)
                    .generator(Dcgan.generator().latent(6).width(16))
                    .critic(Dcgan.critic().width(16))
                    .batchSize(16)
                    .engine("nd4j")
                    .build()) {
                gan.train(steps(1));
            }
            if (i % few == 0) {
                measured.add(resident());
            }
        }
        return measured;
    }

    private static void assertFlat(List<Long> measured, long bound) {
        System.out.println("resident MB: " + measured);
        assertThat(measured)
                .allSatisfy(each -> assertThat(each - measured.get(0)).isLessThan(bound));
    }

    @Test
    @Tag("long")
    void residentMemoryIsFlatAfterTheFirstSteps() {
        List<Long> measured = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void stepped(Progress progress) {
                if (progress.step() % 2000 == 0) {
                    measured.add(resident());
                }
            }
        };
        try (Gan gan = TinyGans.of(NON_SATURATING)
                .engine("nd4j")
                .runDirectory(folder.resolve("run"))
                .listener(listener)
                .build()) {
            gan.train(steps(20_000));
        }
        assertThat(measured).hasSize(10);
        assertFlat(measured, 64);
    }
}
