package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gan4j.shell.StartUp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellCommandTest {
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    /** The tour fails at the first snippet that is rejected or throws an exception. */
    @Test
    void theTourRunsFromTopToBottom() {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(drawn, true, StandardCharsets.UTF_8));
        Ran ran;
        try {
            ran = gan("shell", "../docs/tour.jsh");
        } finally {
            System.setOut(before);
        }
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains(
                        "first ==> float[3] [3.0000, 12.000, 27.000]\n",
                        "second ==> float[3] [6.0000, 12.000, 18.000]\n",
                        "trained ==> TrainingResult after 200 steps: loss.",
                        "clothes ==> Gan after 0 steps: unconditional, generator (",
                        "loaded ==> Gan after 20 steps: ",
                        "samples ==> 6 gray images of 28×28 pixels, float[6, 1, 28, 28] from ")
                .doesNotContain("@");
        assertThat(ran.out().lines()).allMatch(line -> line.length() < 300);
        assertThat(drawn.toString(StandardCharsets.UTF_8))
                .contains("2000 points, x from ", "1000 points, x from ", "loss.critic, ", "at step 200", "at step 20");
    }

    @Test
    void aShellReadsSnippetsAndEndsWithTheExitCodeOfItsUser() throws Exception {
        String printed = interactive("""
                Tensor.of(new float[] {1, 2}).square()
                Gan.builder()
                Tensor.zeros(4, 1, 28, 28)
                R1.of(10)
                /exit 3
                """, 3);
        assertThat(printed)
                .contains(
                        "float[2] [1.0000, 4.0000]",
                        "Gan.builder(): nothing set; next: generator(...)",
                        "float[4, 1, 28, 28] from 0.0000 to 0.0000, mean 0.0000: 0.0000, 0.0000, 0.0000, 0.0000, 0.0000,"
                                + " 0.0000, ...",
                        "R1[weight=10.0")
                .doesNotContain("Exception", "rror:");
    }

    /** Runs the command in a process of its own, and returns what it prints. */
    private String interactive(String typed, int code) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.util.prefs.userRoot=" + folder, // where JShell keeps its history
                "org.gan4j.cli.Main",
                "shell"));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(
                        Files.writeString(folder.resolve("typed.txt"), typed).toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as(Files.readString(output)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isEqualTo(code);
        return Files.readString(output);
    }

    @Test
    void theStartUpScriptIsPrintedForAJShellOfOnesOwn() {
        assertThat(gan("shell", "--startup")).isEqualTo(new Ran(0, StartUp.script(), ""));
        assertThat(StartUp.script()).contains("import org.gan4j.dsl.*;", "import static org.gan4j.shell.Shell.*;");
    }
}
