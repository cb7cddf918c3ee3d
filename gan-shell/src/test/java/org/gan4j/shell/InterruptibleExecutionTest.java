package org.gan4j.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InterruptibleExecutionTest {
    /** The property by which a snippet tells that it runs. */
    private static final String RUNS = "org.gan4j.shell.runs";

    private static final String TELL = "System.setProperty(\"" + RUNS + "\", \"yes\"); ";

    @BeforeEach
    void nothingRuns() {
        System.clearProperty(RUNS);
    }

    private static JShell shell() {
        JShell shell = JShell.builder()
                .executionEngine(new InterruptibleExecutionProvider(), Map.of())
                .build();
        shell.addToClasspath(System.getProperty("java.class.path"));
        return shell;
    }

    /** Stops the snippet once it runs, and again if it is to be stopped by force. */
    private static Thread stopping(JShell shell, int times) {
        Thread thread = new Thread(() -> {
            try {
                while (System.getProperty(RUNS) == null) {
                    Thread.sleep(10);
                }
                for (int i = 0; i < times; i++) {
                    Thread.sleep(200);
                    shell.stop();
                }
            } catch (InterruptedException never) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }

    @Test
    void stoppingInterruptsTheSnippetAndKeepsTheVariables() throws InterruptedException {
        try (JShell shell = shell()) {
            shell.eval("int a = 1;");
            Thread stopping = stopping(shell, 1);
            List<SnippetEvent> events = shell.eval(
                    "try { " + TELL + "Thread.sleep(50_000); a = 2; } catch (InterruptedException ended) { a = 3; }");
            stopping.join();
            assertThat(events).allMatch(event -> event.exception() == null);
            assertThat(shell.eval("a").get(0).value()).isEqualTo("3");
        }
    }

    @Test
    void aSnippetThatIgnoresTheInterruptionIsStoppedByForce() throws InterruptedException {
        try (JShell shell = shell()) {
            Thread stopping = stopping(shell, 2);
            shell.eval("{ " + TELL + "for (long i = 0; ; i++) { } }");
            stopping.join();
            assertThat(shell.eval("1 + 1").get(0).value()).isEqualTo("2");
        }
    }
}
