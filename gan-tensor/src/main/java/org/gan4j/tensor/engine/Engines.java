package org.gan4j.tensor.engine;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The engines on the class path. */
public final class Engines {
    private Engines() {}

    /** Returns all engines, the preferred one first. Equal ranks are sorted by name, never by class-path order. */
    public static List<EngineProvider> all() {
        return ServiceLoader.load(EngineProvider.class, Engines.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(EngineProvider::rank).reversed().thenComparing(EngineProvider::name))
                .toList();
    }

    /** Returns the engine of the highest rank. */
    public static Engine preferred() {
        return all().get(0).engine();
    }

    /**
     * Returns the engine with the given name.
     *
     * @throws IllegalArgumentException if there is none with this name; the message lists the available engines
     */
    public static Engine named(String name) {
        List<EngineProvider> all = all();
        return all.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .map(EngineProvider::engine)
                .orElseThrow(() -> new IllegalArgumentException("there is no engine " + name + "; there are "
                        + all.stream().map(EngineProvider::name).collect(Collectors.joining(", "))
                        + (name.equals("nd4j") ? " (add the artifact org.gan4j:gan-nd4j)" : "")));
    }
}
