package org.gan4j.dsl.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gan4j.dsl.experiment.Experiment;
import org.gan4j.dsl.run.SettingDifferences.Difference;
import org.gan4j.tensor.io.AtomicFile;
import org.gan4j.tensor.io.Uninterrupted;

/**
 * The history of a run, history.jsonl: a line for each training, with its time, its first step, its settings and its data.
 * A run goes on with the settings and the data of its last training; what has changed since is refused, unless it is
 * overridden by name.
 */
final class RunHistory {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SETTINGS = "settings";
    private static final String DATA = "data";

    private final Path file;
    private final Clock clock;

    RunHistory(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Checks that settings and data are those of the last training, apart from what is overridden.
     *
     * @param run the folder of the run, for messages
     * @param data opens the data, and tells what they are
     * @param overrides keys of experiment.yaml; {@code data} stands for the content of the data, too
     * @return the differences that are overridden, as sentences
     * @throws IllegalArgumentException if there are others; the message lists all of them
     */
    List<String> accepted(Path run, Experiment now, Supplier<DataDigest> data, Set<String> overrides) {
        Optional<JsonNode> last = last();
        if (last.isEmpty()) { // written by an earlier version
            return List.of();
        }
        List<Difference> all = new ArrayList<>(SettingDifferences.between(
                last.get().path(SETTINGS), tree(now.toTree()), tree(Experiment.standardTree())));
        DataDigest then = DataDigest.of(last.get().path(DATA));
        try {
            then.differences(data.get()).forEach(sentence -> all.add(new Difference(DATA, DATA + ": " + sentence)));
        } catch (IllegalArgumentException unusable) {
            if (refused(all, overrides).isEmpty()) {
                throw unusable;
            }
        }
        List<Difference> refused = refused(all, overrides);
        if (!refused.isEmpty()) {
            Set<String> keys = refused.stream().map(Difference::key).collect(Collectors.toCollection(TreeSet::new));
            throw new IllegalArgumentException("the run " + run + " cannot go on, because it was trained with other "
                    + (keys.equals(Set.of(DATA)) ? "data" : "settings")
                    + ": restore them, or continue with the new ones by --override " + String.join(",", keys)
                    + refused.stream().map(each -> "\n  " + each.sentence()).collect(Collectors.joining()));
        }
        return all.stream().map(Difference::sentence).toList();
    }

    private static List<Difference> refused(List<Difference> all, Set<String> overrides) {
        return all.stream().filter(each -> !overrides.contains(each.key())).toList();
    }

    /**
     * Appends a line for a training that begins.
     *
     * @param experiment the settings, with every default resolved and absolute paths
     * @param overridden what was changed on purpose, as sentences
     * @param wentBack why training went back to an earlier checkpoint, if it did
     * @throws UncheckedIOException if the file cannot be written
     */
    void append(
            int from,
            int until,
            Experiment experiment,
            DataDigest data,
            List<String> overridden,
            Optional<String> wentBack) {
        ObjectNode line = JSON.createObjectNode();
        line.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        line.put("from", from);
        line.put("until", until);
        line.put("java", System.getProperty("java.version"));
        line.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        line.put("processors", Runtime.getRuntime().availableProcessors());
        overridden.forEach(line.putArray("overridden")::add);
        wentBack.ifPresent(sentence -> line.put("rollBack", sentence));
        line.set(SETTINGS, experiment.toTree());
        line.set(DATA, data.json());
        List<String> lines = new ArrayList<>(lines());
        lines.add(line.toString());
        AtomicFile.write(file, lines.stream().map(each -> each + "\n").collect(Collectors.joining()));
    }

    private Optional<JsonNode> last() {
        List<String> lines = lines();
        return lines.isEmpty() ? Optional.empty() : Optional.of(tree(lines.get(lines.size() - 1)));
    }

    private List<String> lines() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Uninterrupted.get(() -> Files.readAllLines(file)).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException | UncheckedIOException failed) {
            throw new UncheckedIOException(
                    "cannot read " + file + ": restore it, or delete it to continue without its checks",
                    failed instanceof IOException io ? io : new IOException(failed));
        }
    }

    /** Returns a tree as it is read back from text, so that equal numbers are equal nodes. */
    private JsonNode tree(JsonNode node) {
        return tree(node.toString());
    }

    private JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException(
                    "the last line of " + file
                            + " is damaged: restore it, or delete the file to continue without its checks",
                    damaged);
        }
    }
}
