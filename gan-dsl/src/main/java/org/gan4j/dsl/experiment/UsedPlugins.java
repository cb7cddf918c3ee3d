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
import org.gan4j.dsl.spec.GanSpec;

/**
 * The jars of a folder of plug-ins that an experiment uses, by file name, with the SHA-256 of each: what a run writes
 * down, so that another version does not go unnoticed. Plug-ins on the class path are the program's own.
 */
record UsedPlugins(SortedMap<String, String> digests) {
    private static final int SHOWN = "sha256-".length() + 12;

    static final UsedPlugins NONE = new UsedPlugins(new TreeMap<>());

    /** Those that some part of it comes from, and those that rebind parts, which all GANs use. */
    static UsedPlugins of(GanSpec spec) {
        SortedMap<String, String> digests = new TreeMap<>();
        Stream.of(
                        spec.application(),
                        spec.generator(),
                        spec.critic(),
                        spec.loss(),
                        spec.regularizers(),
                        spec.constraint(),
                        spec.generatorOptimizer(),
                        spec.criticOptimizer(),
                        spec.schedule(),
                        spec.data(),
                        spec.transforms())
                .forEach(part -> add(part, digests));
        Plugins.current().all(GanModule.class).forEach(module -> addJar(module.part(), digests));
        return new UsedPlugins(digests);
    }

    /** A part, and all that it is made of. */
    private static void add(Object part, Map<String, String> to) {
        if (part instanceof Optional<?> perhaps) {
            perhaps.ifPresent(each -> add(each, to));
        } else if (part instanceof Collection<?> several) {
            several.forEach(each -> add(each, to));
        } else if (part instanceof Component) {
            addJar(part, to);
            if (part instanceof Record) {
                for (RecordComponent inner : part.getClass().getRecordComponents()) {
                    add(value(inner, part), to);
                }
            }
        }
    }

    private static Object value(RecordComponent component, Object of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void addJar(Object part, Map<String, String> to) {
        Plugins.jarOf(part.getClass())
                .ifPresent(jar -> to.computeIfAbsent(jar.path().getFileName().toString(), name -> jar.digest()));
    }

    /** From experiment.yaml; what is wrong with it is told with its key. */
    static UsedPlugins read(JsonNode root, BiConsumer<String, String> problem) {
        JsonNode node = root.get(ExperimentKey.PLUGINS);
        if (node == null) {
            return NONE;
        }
        SortedMap<String, String> digests = new TreeMap<>();
        if (!node.isObject()) {
            problem.accept(
                    ExperimentKey.PLUGINS,
                    "the key plug-ins must give the SHA-256 of jars by their names, not " + JsonKind.of(node)
                            + ": leave it out if you write the file by hand");
        }
        node.fields().forEachRemaining(jar -> {
            if (!jar.getValue().isTextual()) {
                problem.accept(
                        ExperimentKey.PLUGINS,
                        "the SHA-256 of " + jar.getKey() + " must be a text, not " + JsonKind.of(jar.getValue()));
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

    /** A sentence for each jar of these that is another now, or that the experiment no longer uses. */
    Stream<String> changes(GanSpec spec) {
        if (digests.isEmpty()) {
            return Stream.empty();
        }
        UsedPlugins now = of(spec);
        return digests.entrySet().stream()
                .filter(jar -> !now.digests.containsValue(jar.getValue()))
                .map(jar -> now.digests.containsKey(jar.getKey())
                        ? "the plug-in jar " + jar.getKey() + " is another than the one that was written down ("
                                + shortened(now.digests.get(jar.getKey())) + " instead of " + shortened(jar.getValue())
                                + "): results may differ; bring the old one back to repeat them"
                        : "the plug-in jar " + jar.getKey() + " was written down, and is not used now: results may"
                                + " differ; bring it back to repeat them");
    }

    private static String shortened(String digest) {
        return digest.length() > SHOWN ? digest.substring(0, SHOWN) + "…" : digest;
    }
}
