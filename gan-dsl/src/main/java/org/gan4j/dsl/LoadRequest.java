package org.gan4j.dsl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gan4j.api.Component;
import org.gan4j.api.training.TrainingListener;

/**
 * A request to load a run, in order to continue its training:
 *
 * <pre>{@code
 * Gan gan = Gan.load(LoadRequest.of(Path.of("runs/dcgan-001")).overriding("batch-size", "data"));
 * }</pre>
 *
 * @param run the run directory
 * @param supplied components that are code, which a file cannot hold, matched by class
 * @param overrides keys of experiment.yaml whose values are taken over although they have changed since the last training;
 *     {@code data} stands for the content of the data, too
 * @param listeners notified of the progress
 */
public record LoadRequest(Path run, List<Component> supplied, Set<String> overrides, List<TrainingListener> listeners) {
    public LoadRequest {
        supplied = List.copyOf(supplied);
        overrides = Set.copyOf(overrides);
        listeners = List.copyOf(listeners);
    }

    /** Returns a request for the run in a folder. */
    public static LoadRequest of(Path run) {
        return new LoadRequest(run, List.of(), Set.of(), List.of());
    }

    /** Returns a copy with further components that are code. */
    public LoadRequest supplying(List<Component> more) {
        List<Component> all = new ArrayList<>(supplied);
        all.addAll(more);
        return new LoadRequest(run, all, overrides, listeners);
    }

    /** Returns a copy that takes over the changed values of these keys alone. */
    public LoadRequest overriding(String... keys) {
        return new LoadRequest(run, supplied, Set.of(keys), listeners);
    }

    /** Returns a copy with further listeners. */
    public LoadRequest listening(TrainingListener... more) {
        List<TrainingListener> all = new ArrayList<>(listeners);
        all.addAll(List.of(more));
        return new LoadRequest(run, supplied, overrides, all);
    }
}
