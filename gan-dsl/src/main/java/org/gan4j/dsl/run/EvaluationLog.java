package org.gan4j.dsl.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.api.training.BestCheckpoint;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.metrics.Evaluation;
import org.gan4j.metrics.Protocol;
import org.gan4j.tensor.io.AtomicFile;
import org.gan4j.tensor.io.StorageException;
import org.gan4j.tensor.io.Uninterrupted;

/**
 * The file evaluations.jsonl of a run: one JSON object per evaluation, with its step. Evaluations that training made have
 * {@code "during":"training"}; others were appended by {@code gan evaluate}.
 *
 * @param file the file, which need not exist
 */
public record EvaluationLog(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper(new JsonFactory());
    private static final String STEP = "step";
    private static final String WEIGHTS = "weights";
    private static final String DURING = "during";
    private static final String TRAINING = "training";
    private static final String PARTS = "parts";
    private static final String PROTOCOL = "protocol";
    private static final Set<String> NO_METRICS = Set.of(STEP, "real.count", "fake.count", "seed");

    /**
     * An evaluation during training.
     *
     * @param step the number of completed steps
     * @param weights the weights that were evaluated
     * @param values the numbers that were measured, by name
     */
    public record Entry(int step, Weights weights, Map<String, Double> values) {
        /** Copies the values, whose order it keeps. */
        public Entry {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * Appends an evaluation that somebody asked for.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public void append(int step, Evaluation evaluation) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(STEP, step);
        line.putAll(evaluation.toMap());
        append(line);
    }

    /**
     * Appends an evaluation during training.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public void appendDuringTraining(int step, Weights weights, Evaluation evaluation) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(STEP, step);
        line.putAll(evaluation.toMap());
        line.put(WEIGHTS, weights.name().toLowerCase(Locale.ROOT));
        line.put(DURING, TRAINING);
        append(line);
    }

    private void append(Map<String, Object> line) {
        try {
            String json = JSON.writeValueAsString(line);
            String before =
                    Uninterrupted.get(this::endsInALine) ? "" : "\n"; // or a torn line would take this one with it
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(before + json + "\n");
            long end = Files.exists(file) ? Files.size(file) : 0;
            Uninterrupted.get(() -> append(end, bytes.duplicate()));
        } catch (IOException failed) {
            throw StorageException.of(file, failed);
        }
    }

    private Path append(long end, ByteBuffer bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(end).position(end); // without what an interruption left
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            return file;
        }
    }

    private boolean endsInALine() throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return true;
        }
        try (SeekableByteChannel end = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            end.position(end.size() - 1).read(last);
            return last.get(0) == '\n';
        }
    }

    /**
     * Returns the evaluations during training, in the order of the file.
     *
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException if a line names weights that do not exist, has no step, or a number that is too large
     */
    public List<Entry> entries() {
        return read(EvaluationLog::entry);
    }

    /**
     * Returns all evaluations that say how they were measured, in the order of the file.
     *
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException if a protocol cannot be used, or a line has no step, or a number that is too large
     */
    public List<StoredEvaluation> all() {
        return read(EvaluationLog::stored);
    }

    /** Reads each line, and names the line that cannot be used. */
    private <T> List<T> read(Function<String, Optional<T>> reader) {
        List<String> lines = lines();
        List<T> read = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                reader.apply(lines.get(i)).ifPresent(read::add);
            } catch (IllegalArgumentException unusable) {
                throw new IllegalArgumentException(
                        "line " + (i + 1) + " of " + file + " cannot be used, so correct it or remove it: "
                                + unusable.getMessage(),
                        unusable);
            }
        }
        return read;
    }

    private static Optional<StoredEvaluation> stored(String line) {
        return parsed(line).flatMap(node -> {
            List<StoredEvaluation.Part> parts = parts(node)
                    .filter(part -> part.has(PROTOCOL))
                    .map(EvaluationLog::part)
                    .toList();
            return parts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new StoredEvaluation(
                            step(node), node.path(DURING).asText().equals(TRAINING), parts));
        });
    }

    private static StoredEvaluation.Part part(JsonNode node) {
        if (!node.get(PROTOCOL).isObject()) {
            throw new IllegalArgumentException("its protocol is " + node.get(PROTOCOL)
                    + ", not an object that says how the numbers were measured");
        }
        Map<String, Object> protocol = JSON.convertValue(node.get(PROTOCOL), new TypeReference<>() {});
        JsonNode references = node.path("references");
        return new StoredEvaluation.Part(
                numbers(node),
                reference(references.path("data")),
                reference(references.path("baseline")),
                stream(node.path("metrics")).map(JsonNode::asText).toList(),
                Protocol.of(protocol));
    }

    private static StoredEvaluation.Reference reference(JsonNode node) {
        return new StoredEvaluation.Reference(node.path("count").asInt(), numbers(node.path("values")));
    }

    private static Stream<JsonNode> parts(JsonNode line) {
        return line.has(PARTS) ? stream(line.get(PARTS)) : Stream.of(line);
    }

    /** Returns the evaluations during training after a step. */
    Stream<Entry> of(int step) {
        return entries().stream().filter(entry -> entry.step == step);
    }

    /**
     * Returns the values of a metric, by step.
     *
     * @throws IllegalArgumentException if an evaluation has no such value; the message lists those it has
     */
    public SortedMap<Integer, Double> series(String metric, Weights weights) {
        SortedMap<Integer, Double> series = new TreeMap<>();
        for (Entry entry : entries()) {
            if (entry.weights == weights) {
                series.put(entry.step, value(entry, metric));
            }
        }
        return series;
    }

    /**
     * Returns the values that decide about early stopping and the best checkpoint, by step: those of every n-th step, not
     * the one after the last planned step, which depends on the length of training.
     *
     * @param spec the specification of the run
     * @throws IllegalArgumentException if an evaluation has no such value; the message lists those it has
     */
    public SortedMap<Integer, Double> deciding(BestCheckpoint rule, GanSpec spec) {
        SortedMap<Integer, Double> values = series(rule.metric(), spec.decidingWeights());
        values.keySet().removeIf(step -> step % spec.evaluateEvery() != 0);
        return values;
    }

    private double value(Entry entry, String metric) {
        Double value = entry.values.get(metric);
        if (value == null) {
            List<String> names = List.copyOf(entry.values.keySet());
            throw new IllegalArgumentException("the evaluation after step " + entry.step + " in " + file
                    + " has no number called " + metric + "; it has " + String.join(", ", names)
                    + Suggestions.of(metric, names)
                            .map(near -> ": did you mean " + near + "?")
                            .orElse(": choose one of these"));
        }
        return value;
    }

    /** Removes the evaluations of training after a step, which a resumed run repeats, and lines that are incomplete. */
    void cutBackTo(int step) {
        entries(); // names the line that cannot be used
        List<String> all = lines();
        List<String> kept = all.stream()
                .filter(line -> parsed(line).isPresent())
                .filter(line -> entry(line).filter(entry -> entry.step > step).isEmpty())
                .toList();
        if (kept.size() < all.size()) {
            AtomicFile.write(file, kept.stream().map(line -> line + "\n").collect(Collectors.joining()));
        }
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Uninterrupted.get(() -> Files.readAllLines(file)) : List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file + ": " + failed, failed);
        }
    }

    private static Optional<JsonNode> parsed(String line) {
        try {
            return Optional.of(JSON.readTree(line)).filter(JsonNode::isObject);
        } catch (JsonProcessingException torn) {
            return Optional.empty();
        }
    }

    private static Optional<Entry> entry(String line) {
        return parsed(line)
                .filter(node -> node.path(DURING).asText().equals(TRAINING))
                .map(node -> new Entry(step(node), weights(node.path(WEIGHTS).asText()), values(node)));
    }

    private static int step(JsonNode line) {
        JsonNode step = line.path(STEP);
        if (!step.isIntegralNumber() || !step.canConvertToInt() || step.asInt() < 0) {
            throw new IllegalArgumentException(
                    "its step is " + (step.isMissingNode() ? "missing" : step) + ", not a whole number from 0");
        }
        return step.asInt();
    }

    private static Weights weights(String name) {
        return Stream.of(Weights.values())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the weights of an evaluation during training are latest or ema, not \"" + name + "\""));
    }

    /** Returns the numbers that were measured, of all parts if there are several. NaN is written as text. */
    private static Map<String, Double> values(JsonNode line) {
        Map<String, Double> values = new LinkedHashMap<>();
        parts(line).forEach(part -> values.putAll(numbers(part)));
        return values;
    }

    private static Map<String, Double> numbers(JsonNode part) {
        Map<String, Double> values = new LinkedHashMap<>();
        part.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (!NO_METRICS.contains(field.getKey()) && (value.isNumber() || isNonFinite(value))) {
                values.put(field.getKey(), value.isNumber() ? finite(value) : Double.valueOf(value.asText()));
            }
        });
        return values;
    }

    private static double finite(JsonNode number) {
        double value = number.asDouble();
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("the number " + number + " is too large to be stored");
        }
        return value;
    }

    private static boolean isNonFinite(JsonNode value) {
        return value.isTextual() && value.asText().matches("NaN|-?Infinity");
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
