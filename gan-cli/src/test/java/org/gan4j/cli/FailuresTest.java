package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.gan4j.dsl.spec.InvalidGanException;
import org.gan4j.tensor.io.StorageException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final StringWriter err = new StringWriter();

    private int report(Throwable failed, boolean stacktrace) {
        return new Failures(new PrintWriter(err), () -> stacktrace).report(failed);
    }

    @Test
    void anUnexpectedErrorSaysHowToSeeTheStackTrace() {
        assertThat(report(new IllegalStateException("the session is closed"), false))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "gan: unexpected error: java.lang.IllegalStateException: the session is closed",
                        "Run the command again with --stacktrace to see where it failed.");
    }

    @Test
    void theStackTraceIsShownWhenAskedFor() {
        assertThat(report(new IllegalStateException("the session is closed"), true))
                .isEqualTo(1);
        assertThat(err.toString()).contains("\tat " + FailuresTest.class.getName());
    }

    @Test
    void severalProblemsAreNumbered() {
        assertThat(report(new InvalidGanException(List.of("this", "that")), false))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly("gan: this GAN cannot be built, for 2 reasons:", "1) this", "2) that");
    }

    @Test
    void aFullDiskIsNotAnInvalidInput() {
        assertThat(report(new UncheckedIOException("x could not be written: disk full", new IOException()), false))
                .isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("gan: x could not be written: disk full");
    }

    @Test
    void noRoomHasACodeOfItsOwn() {
        assertThat(report(new StorageException("the disk of x is full", new IOException()), false))
                .isEqualTo(3);
        assertThat(err.toString().lines()).containsExactly("gan: the disk of x is full");
    }

    @Test
    void outOfMemorySaysHowToGiveMore() {
        assertThat(report(new OutOfMemoryError("Java heap space"), false)).isEqualTo(1);
        assertThat(err.toString()).contains("GAN_JAVA_OPTS=-Xmx8g");
    }
}
