package org.gan4j.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a file of metrics as it grows. Only what was added is read; if training went back to an earlier step, the file is
 * read from its beginning.
 */
final class MetricsTail {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHUNK = 1 << 16;

    private final Path file;
    private CurveRecorder recorder = new CurveRecorder();
    private long position;
    private byte[] lastLine = {};
    private int step;

    MetricsTail(Path file) {
        this.file = file;
    }

    /** Reads what was added. A line that is being written is left for the next time. */
    void read() {
        if (!Files.isRegularFile(file)) {
            restart();
            return;
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            if (!continues(open)) {
                restart();
            }
            open.seek(position);
            byte[] chunk = new byte[CHUNK];
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int count = open.read(chunk); count > 0; count = open.read(chunk)) {
                int from = 0;
                for (int i = 0; i < count; i++) {
                    if (chunk[i] == '\n') {
                        line.write(chunk, from, i - from);
                        take(line.toByteArray());
                        line.reset();
                        from = i + 1;
                    }
                }
                line.write(chunk, from, count - from);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file + ": " + failed, failed);
        }
    }

    /** Returns whether the last line that was read is still there. */
    private boolean continues(RandomAccessFile open) throws IOException {
        if (open.length() < position) {
            return false;
        }
        if (position == 0) {
            return true;
        }
        byte[] there = new byte[lastLine.length];
        open.seek(position - 1 - there.length);
        open.readFully(there);
        return Arrays.equals(there, lastLine) && open.read() == '\n';
    }

    private void restart() {
        recorder = new CurveRecorder();
        position = 0;
        lastLine = new byte[0];
        step = 0;
    }

    private void take(byte[] line) throws IOException {
        position += line.length + 1;
        lastLine = line;
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException torn) {
            return; // by a kill; the resumed run writes the step again
        }
        Map<String, Double> metrics = new LinkedHashMap<>();
        node.properties().forEach(each -> {
            if (each.getValue().isNumber() && !each.getKey().equals("step")) {
                metrics.put(each.getKey(), each.getValue().asDouble());
            }
        });
        int next = node.path("step").asInt();
        if (next > step) {
            step = next;
            recorder.add(step, metrics);
        }
    }

    /** Returns the last step that has metrics; 0 if none has. */
    int step() {
        return step;
    }

    Curves curves() {
        return recorder.curves();
    }
}
