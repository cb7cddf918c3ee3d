package org.gan4j.dsl.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gan4j.api.training.TrainingListener.Progress;

/** The metrics of the steps of a run, such as those before it was resumed. */
final class StoredMetrics {
    private static final ObjectMapper JSON = new ObjectMapper(new JsonFactory());
    private static final String STEP = "step";

    private StoredMetrics() {}

    /** Passes the metrics of each step up to this one. */
    static void each(Path file, int last, Consumer<Progress> steps) {
        if (Files.exists(file)) {
            read(file, lines -> lines.limit(last).forEach(line -> steps.accept(progress(line, last))));
        }
    }

    /** Passes the metrics of each step, but not of a line that a training is about to write. */
    static void complete(Path file, Consumer<Progress> steps) {
        read(file, lines -> lines.filter(line -> line.endsWith("}"))
                .forEach(line -> steps.accept(progress(line, Integer.MAX_VALUE))));
    }

    private static void read(Path file, Consumer<Stream<String>> reader) {
        // a stream, which unlike Files.lines is not closed when the thread is interrupted
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new FileInputStream(file.toFile()), StandardCharsets.UTF_8))) {
            reader.accept(lines.lines());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file + ": " + failed, failed);
        }
    }

    private static Progress progress(String line, int last) {
        try {
            JsonNode node = JSON.readTree(line);
            Map<String, Double> metrics = new LinkedHashMap<>();
            node.properties().forEach(field -> {
                if (field.getValue().isNumber() && !field.getKey().equals(STEP)) {
                    // a metric is a float
                    metrics.put(field.getKey(), (double)
                            Float.parseFloat(field.getValue().asText()));
                }
            });
            return new Progress(node.path(STEP).asInt(), last, metrics);
        } catch (IOException torn) {
            throw new UncheckedIOException("cannot read a line of the metrics: " + line, torn);
        }
    }
}
