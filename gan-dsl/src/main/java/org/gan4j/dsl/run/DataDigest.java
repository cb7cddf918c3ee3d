package org.gan4j.dsl.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.Dataset;

/**
 * What tells the data of a run from others: the number of samples, the names of the classes, and the names and lengths of
 * the files. If one of them has changed, labels may mean other classes, and batches have other samples.
 *
 * @param samples the number of samples
 * @param classes the names of the classes, in the order of their numbers
 * @param files the files that the samples come from
 */
record DataDigest(int samples, List<String> classes, List<DataFile> files) {
    private static final int FEW = 3;
    private static final String SAMPLES = "samples";
    private static final String CLASSES = "classes";
    private static final String FILES = "files";

    DataDigest {
        classes = List.copyOf(classes);
        files = List.copyOf(files);
    }

    static DataDigest of(Dataset data) {
        return new DataDigest(data.size(), data.classes(), data.files());
    }

    static DataDigest of(JsonNode node) {
        List<String> classes = new ArrayList<>();
        node.path(CLASSES).forEach(each -> classes.add(each.asText()));
        List<DataFile> files = new ArrayList<>();
        node.path(FILES)
                .fields()
                .forEachRemaining(each ->
                        files.add(new DataFile(each.getKey(), each.getValue().asLong())));
        return new DataDigest(node.path(SAMPLES).asInt(), classes, files);
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put(SAMPLES, samples);
        ArrayNode names = node.putArray(CLASSES);
        classes.forEach(names::add);
        ObjectNode lengths = node.putObject(FILES);
        files.forEach(file -> lengths.put(file.name(), file.bytes()));
        return node;
    }

    /** Returns a sentence for each difference of the data that are there now. */
    List<String> differences(DataDigest now) {
        List<String> found = new ArrayList<>();
        if (samples != now.samples) {
            found.add(String.format(Locale.ROOT, "%,d samples in the run, %,d now", samples, now.samples));
        }
        if (!classes.equals(now.classes)) {
            found.add("the classes " + listed(classes) + " in the run, " + listed(now.classes) + " now");
        }
        Map<String, DataFile> then = byName(files);
        Map<String, DataFile> today = byName(now.files);
        add(
                found,
                now.files.stream()
                        .filter(file -> !then.containsKey(file.name()))
                        .toList(),
                "new",
                DataFile::name);
        add(
                found,
                files.stream().filter(file -> !today.containsKey(file.name())).toList(),
                "gone",
                DataFile::name);
        add(
                found,
                files.stream()
                        .filter(file -> today.containsKey(file.name())
                                && !today.get(file.name()).equals(file))
                        .toList(),
                "of another length",
                file -> String.format(
                        Locale.ROOT,
                        "%s: %,d bytes, %,d now",
                        file.name(),
                        file.bytes(),
                        today.get(file.name()).bytes()));
        return found;
    }

    private static Map<String, DataFile> byName(List<DataFile> files) {
        return files.stream().collect(Collectors.toMap(DataFile::name, Function.identity(), (one, other) -> other));
    }

    private static void add(List<String> to, List<DataFile> files, String what, Function<DataFile, String> text) {
        if (!files.isEmpty()) {
            to.add((files.size() == 1 ? "1 file is " : String.format(Locale.ROOT, "%,d files are ", files.size()))
                    + what
                    + " (" + files.stream().limit(FEW).map(text).collect(Collectors.joining(", "))
                    + (files.size() > FEW ? ", ..." : "") + ")");
        }
    }

    private static String listed(List<String> classes) {
        return classes.isEmpty()
                ? "are none"
                : classes.stream().limit(10).collect(Collectors.joining(", "))
                        + (classes.size() > 10 ? ", ... (" + classes.size() + ")" : "");
    }
}
