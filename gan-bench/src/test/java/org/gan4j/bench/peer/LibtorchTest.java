package org.gan4j.bench.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.bench.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code gan bench} in fresh processes with an empty JavaCPP cache. Needs libtorch; run with {@code -Pbench}. */
@Tag("peer")
@Timeout(300)
class LibtorchTest {
    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private Path cache;

    @BeforeEach
    void emptyCache() throws IOException {
        cache = Files.createDirectory(folder.resolve("cache"));
    }

    @AfterEach
    void stopProcesses() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void anEmptyCacheIsFilled() throws Exception {
        requireSuccess(start("tiny-mlp", "--no-memory", "--seconds", "1"));
    }

    @Test
    void twoProcessesCanShareAnEmptyCache() throws Exception {
        Process first = start("tiny-mlp", "--isolated", "PEER");
        Process second = start("tiny-mlp", "--isolated", "PEER");

        requireSuccess(first);
        requireSuccess(second);
    }

    @Test
    void anExtractionThatWasInterruptedIsRepeated() throws Exception {
        requireSuccess(start("tiny-mlp", "--isolated", "PEER"));
        Path library = torchCpu();
        long complete = Files.size(library);
        try (RandomAccessFile file = new RandomAccessFile(library.toFile(), "rw")) {
            file.setLength(100_000);
        }

        requireSuccess(start("tiny-mlp", "--isolated", "PEER"));
        assertThat(library).hasSize(complete);
    }

    private Path torchCpu() throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file -> file.endsWith("libtorch_cpu.so"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-Dorg.bytedeco.javacpp.cachedir=" + cache,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile()) // a crash leaves its log there
                .redirectErrorStream(true)
                .start();
        started.add(process);
        return process;
    }

    private static void requireSuccess(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as("%s", output).isZero();
    }
}
