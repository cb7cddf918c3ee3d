package org.gan4j.dsl.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.gan4j.api.Component;
import org.gan4j.dsl.plugin.GanModule;
import org.gan4j.dsl.plugin.Plugins;
import org.gan4j.dsl.plugin.RecordPart;
import org.gan4j.dsl.spec.GanSpec;

/**
 * The jars of a plug-in directory that an experiment uses, by file name, with the SHA-256 of each. A run records them,
 * so that it is noticed if one changes. Plug-ins on the class path belong to the program and are not recorded.
 */
record UsedPlugins(SortedMap<String, String> digests) {
    private static final int SHOWN = "sha256-".length() + 12;

    static final UsedPlugins NONE = new UsedPlugins(new TreeMap<>());

    /**
     * Returns the jars that parts of a specification come from, and those with a {@link GanModule}, which all GANs use.
     */
    static UsedPlugins of(GanSpec spec) {
        SortedMap<String, String> digests = new TreeMap<>();
        GanSpec.OPTIONS.forEach(option -> spec.values().find(option).ifPresent(value -> add(value, digests)));
        Plugins.current().all(GanModule.class).forEach(module -> addJar(module.part(), digests));
        return new UsedPlugins(digests);
    }

    /** Adds the jars of a part and of the parts inside it. */
    private static void add(Object part, Map<String, String> to) {
        if (part instanceof Optional<?> perhaps) {
            perhaps.ifPresent(each -> add(each, to));
        } else if (part instanceof Collection<?> several) {
            several.forEach(each -> add(each, to));
        } else if (part instanceof Component) {
            addJar(part, to);
            if (part instanceof Record) {
                for (RecordComponent inner : part.getClass().getRecordComponents()) {
                    add(RecordPart.value(inner, part), to);
                }
            }
        }
    }

    private static void addJar(Object part, Map<String, String> to) {
        Plugins.jarOf(part.getClass())
                .ifPresent(jar -> to.computeIfAbsent(jar.path().getFileName().toString(), name -> jar.digest()));
    }

    /** Reads the jars from experiment.yaml; {@code problem} receives the key and the message of each problem. */
    static UsedPlugins read(JsonNode root, BiConsumer<String, String> problem) {
        JsonNode node = root.get(ExperimentKey.PLUGINS);
        if (node == null) {
            return NONE;
        }
        SortedMap<String, String> digests = new TreeMap<>();
        if (!node.isObject()) {
            problem.accept(
                    ExperimentKey.PLUGINS,
                    "the key plug-ins must map names of jars to their SHA-256, not " + JsonKind.of(node)
                            + ": leave it out if you write the file by hand");
        }
        node.fields().forEachRemaining(jar -> {
            if (!jar.getValue().isTextual()) {
                problem.accept(
                        ExperimentKey.PLUGINS,
                        "the SHA-256 of " + jar.getKey() + " must be text, not " + JsonKind.of(jar.getValue()));
            }
            digests.put(jar.getKey(), jar.getValue().asText());
        });
        return new UsedPlugins(digests);
    }

    void write(ObjectNode root) {
        if (!digests.isEmpty()) {
            ObjectNode node = root.putObject(ExperimentKey.PLUGINS);
            digests.forEach(node::put);
        }
    }

    /** Returns a warning for each of these jars that has changed, or that the specification no longer uses. */
    Stream<String> changes(GanSpec spec) {
        if (digests.isEmpty()) {
            return Stream.empty();
        }
        UsedPlugins now = of(spec);
        return digests.entrySet().stream()
                .filter(jar -> !now.digests.containsValue(jar.getValue()))
                .map(jar -> now.digests.containsKey(jar.getKey())
                        ? "the plug-in jar " + jar.getKey() + " differs from the recorded one ("
                                + shortened(now.digests.get(jar.getKey())) + " instead of " + shortened(jar.getValue())
                                + "): results may differ; restore the old jar to reproduce them"
                        : "the plug-in jar " + jar.getKey() + " is recorded, but not used now: results may"
                                + " differ; restore it to reproduce them");
    }

    private static String shortened(String digest) {
        return digest.length() > SHOWN ? digest.substring(0, SHOWN) + "…" : digest;
    }
}
