package org.gan4j.dsl.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.Component;
import org.gan4j.api.loss.LossPreset;
import org.gan4j.api.plugin.GanPlugin;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.losses.LossPresets;

/** Components by name, from every {@link GanPlugin} of the {@link Plugins} in use. */
public final class ComponentRegistry {
    private final Plugins origin;
    private final List<Discovered<GanPlugin>> plugins;

    private ComponentRegistry(Plugins origin) {
        this.origin = origin;
        this.plugins = origin.all(GanPlugin.class);
    }

    /** Those on the class path, and in the folder of plug-ins if one is {@linkplain Plugins#use in use}. */
    public static ComponentRegistry onClassPath() {
        return of(Plugins.current());
    }

    /** Those of these plug-ins, in use or not. */
    public static ComponentRegistry of(Plugins plugins) {
        return new ComponentRegistry(plugins);
    }

    /**
     * The one component of a kind with this name.
     *
     * @throws IllegalArgumentException if there is none, with the near miss or those there are; or more than one
     */
    public <T extends Component> T named(ComponentKind<T> kind, String name) {
        List<Discovered<T>> found = offered(kind).stream()
                .filter(each -> each.part().name().equals(name))
                .toList();
        if (found.isEmpty()) {
            Optional<String> today = FormerNames.component(name).filter(now -> has(kind, now));
            if (today.isPresent()) {
                return named(kind, today.get());
            }
            throw new IllegalArgumentException(unknown(kind, name));
        }
        if (found.size() > 1) {
            throw new IllegalArgumentException("there is more than one " + kind.noun() + " called " + name + ": "
                    + found.stream()
                            .map(each -> each.part().getClass().getName() + " in " + each.from())
                            .collect(Collectors.joining(", "))
                    + "; take one of these plug-ins away");
        }
        return found.get(0).part();
    }

    /** Whether there is a component of this kind and name. */
    public boolean has(ComponentKind<?> kind, String name) {
        return all(kind).stream().anyMatch(each -> each.name().equals(name));
    }

    /** All of a kind, by name. */
    public <T extends Component> List<T> all(ComponentKind<T> kind) {
        return offered(kind).stream()
                .map(Discovered::part)
                .sorted(Comparator.comparing(Component::name))
                .toList();
    }

    /** With where each comes from; a plug-in that cannot say what it has of this kind has nothing. */
    private <T extends Component> List<Discovered<T>> offered(ComponentKind<T> kind) {
        List<Discovered<T>> all = new ArrayList<>();
        for (Discovered<GanPlugin> plugin : plugins) {
            try {
                List<Discovered<T>> own = new ArrayList<>();
                for (T each : kind.listed().apply(plugin.part())) {
                    Objects.requireNonNull(each.name(), "a component without a name");
                    own.add(new Discovered<>(each, plugin.from()));
                }
                all.addAll(own);
            } catch (LinkageError | RuntimeException failed) {
                origin.leaveOut(plugin, failed);
            }
        }
        return all;
    }

    /**
     * Returns a paper's preset if there is one of this name, else a preset of the loss alone.
     *
     * @throws IllegalArgumentException if there is neither; the message suggests the nearest name or lists those there are
     */
    public LossPreset lossPreset(String name) {
        if (has(ComponentKind.PRESET, name)) {
            return named(ComponentKind.PRESET, name);
        }
        if (has(ComponentKind.LOSS, name)) {
            return LossPresets.of(named(ComponentKind.LOSS, name));
        }
        List<String> names = Stream.concat(all(ComponentKind.PRESET).stream(), all(ComponentKind.LOSS).stream())
                .map(Component::name)
                .distinct()
                .sorted()
                .toList();
        throw new IllegalArgumentException(unknown(ComponentKind.LOSS, name, names));
    }

    private String unknown(ComponentKind<?> kind, String name) {
        return unknown(kind, name, all(kind).stream().map(Component::name).toList());
    }

    /** The sentence for a name that is not among those there are. */
    static String unknown(ComponentKind<?> kind, String name, List<String> names) {
        return "there is no " + kind.noun() + " called " + name
                + Suggestions.ending(
                        name,
                        names,
                        "; there are " + String.join(", ", names) + ": one of your own has to be listed in a"
                                + " GanPlugin, on the class path or in a jar of --plugins DIR");
    }
}
