package org.gan4j.testkit.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuzzingTest {
    private static final byte[] VALID = {7, 7, 7, 7};

    @TempDir
    Path folder;

    @Test
    void reportsCasesOfWhichSomeAreRefused() {
        Fuzzing.Report report = of(file -> {
                    if (Files.size(file) < VALID.length) {
                        throw new IllegalArgumentException("it is too short");
                    }
                })
                .report("four bytes", 200);
        assertThat(report.refused()).isBetween(1L, report.cases() - 1);
    }

    @Test
    void casesThatAreAllReadShowNothing() {
        assertThatThrownBy(() -> of(file -> {}).report("everything", 20))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("everything has no case that is refused");
    }

    @Test
    void casesThatAreAllRefusedShowNothing() {
        AtomicBoolean first = new AtomicBoolean(true);
        Fuzzing fuzzing = of(file -> {
            if (!first.getAndSet(false)) {
                throw new IllegalArgumentException("it is not the valid file, which comes first");
            }
        });
        assertThatThrownBy(() -> fuzzing.report("one file", 20))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("one file has no case that is read");
    }

    private Fuzzing of(Fuzzing.Reader reader) {
        return Fuzzing.of(folder.resolve("x"), reader, IllegalArgumentException.class)
                .seeds(VALID);
    }
}
