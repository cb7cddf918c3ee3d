package org.gan4j.dsl.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.Component;
import org.gan4j.api.application.LossPreset;
import org.gan4j.api.plugin.GanPlugin;
import org.gan4j.api.plugin.PretrainedGan;
import org.gan4j.api.plugin.Recipe;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.losses.LossPresets;

/** The components of every {@link GanPlugin}, by name. */
public final class ComponentRegistry {
    /** The modules of components that programs do not have by default, by the name of the component. */
    private static final Map<String, String> OPTIONAL = Map.of("minilm", "gan-text", "onnx", "gan-onnx");

    private final Plugins origin;
    private final List<Discovered<GanPlugin>> plugins;

    private ComponentRegistry(Plugins origin) {
        this.origin = origin;
        this.plugins = origin.all(GanPlugin.class);
    }

    /**
     * Returns the components on the class path, and in the plug-in directory if one is {@linkplain Plugins#use in use}.
     */
    public static ComponentRegistry onClassPath() {
        return of(Plugins.current());
    }

    /** Returns the components of these plug-ins, whether they are in use or not. */
    public static ComponentRegistry of(Plugins plugins) {
        return new ComponentRegistry(plugins);
    }

    /**
     * Returns the component of a kind with this name. A {@linkplain FormerNames former name}, with a warning, and a
     * synonym work too.
     *
     * @throws IllegalArgumentException if there is none, in which case the message suggests a similar name or lists
     *     all; or if there is more than one
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
                    + "; remove one of these plug-ins");
        }
        return found.get(0).part();
    }

    /** Returns whether there is a component of this kind and name. */
    public boolean has(ComponentKind<?> kind, String name) {
        return all(kind).stream().anyMatch(each -> each.name().equals(name));
    }

    /** Returns all components of a kind, sorted by name. */
    public <T extends Component> List<T> all(ComponentKind<T> kind) {
        return offered(kind).stream()
                .map(Discovered::part)
                .sorted(Comparator.comparing(Component::name))
                .toList();
    }

    /**
     * Returns all components of a kind with their origins; warns of a plug-in that fails to list its own, and skips it.
     */
    private <T extends Component> List<Discovered<T>> offered(ComponentKind<T> kind) {
        List<Discovered<T>> all = new ArrayList<>();
        for (Discovered<GanPlugin> plugin : plugins) {
            try {
                List<Discovered<T>> own = new ArrayList<>();
                for (T each : kind.listed().apply(plugin.part())) {
                    Objects.requireNonNull(each.name(), "a component has no name");
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
     * Returns the loss preset with this name or synonym, or else the loss with the settings of {@link LossPresets#of}.
     *
     * @throws IllegalArgumentException if there is neither, in which case the message suggests a similar name or lists
     *     all; or if there is more than one
     */
    public LossPreset lossPreset(String name) {
        if (has(ComponentKind.PRESET, name)) {
            return named(ComponentKind.PRESET, name);
        }
        if (has(ComponentKind.LOSS, name)) {
            return LossPresets.of(named(ComponentKind.LOSS, name));
        }
        Optional<String> current = FormerNames.component(name).filter(now -> has(ComponentKind.LOSS, now));
        if (current.isPresent()) {
            return lossPreset(current.get());
        }
        List<String> names = Stream.concat(all(ComponentKind.PRESET).stream(), all(ComponentKind.LOSS).stream())
                .map(Component::name)
                .distinct()
                .sorted()
                .toList();
        throw new IllegalArgumentException(unknown(ComponentKind.LOSS, name, names));
    }

    /** Returns the recipes of all plug-ins, in the order in which these list them. */
    public List<Recipe> recipes() {
        return listed(GanPlugin::recipes);
    }

    /** Returns the pretrained GANs of all plug-ins, in the order in which these list them. */
    public List<PretrainedGan> pretrained() {
        return listed(GanPlugin::pretrained);
    }

    private <T> List<T> listed(Function<GanPlugin, List<T>> listing) {
        List<T> all = new ArrayList<>();
        for (Discovered<GanPlugin> plugin : plugins) {
            try {
                all.addAll(listing.apply(plugin.part()));
            } catch (LinkageError | RuntimeException failed) {
                origin.leaveOut(plugin, failed);
            }
        }
        return all;
    }

    /**
     * Returns the pretrained GAN with this name.
     *
     * @throws IllegalArgumentException if there is none; the message suggests a similar name or lists all
     */
    public PretrainedGan pretrained(String name) {
        List<PretrainedGan> all = pretrained();
        return all.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow(() -> {
            List<String> names = all.stream().map(PretrainedGan::name).toList();
            return new IllegalArgumentException("there is no pretrained GAN " + name
                    + Suggestions.ending(name, names, "; there are " + String.join(", ", names) + ": choose one"));
        });
    }

    /**
     * Returns the recipe with this name.
     *
     * @throws IllegalArgumentException if there is none; the message suggests a similar name or lists all
     */
    public Recipe recipe(String name) {
        return recipe(name, recipes());
    }

    /**
     * Returns the recipe with this name out of several.
     *
     * @throws IllegalArgumentException if there is none; the message suggests a similar name or lists all
     */
    public static Recipe recipe(String name, List<Recipe> recipes) {
        return recipes.stream()
                .filter(recipe -> recipe.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names = recipes.stream().map(Recipe::name).toList();
                    return new IllegalArgumentException("there is no recipe " + name
                            + Suggestions.ending(
                                    name,
                                    names,
                                    "; there are " + String.join(", ", names)
                                            + ": choose one, or pass a file that ends in .yaml"));
                });
    }

    private String unknown(ComponentKind<?> kind, String name) {
        return unknown(kind, name, all(kind).stream().map(Component::name).toList());
    }

    /** Returns the message for an unknown name, which may be that of a component in an optional module. */
    static String unknown(ComponentKind<?> kind, String name, List<String> names) {
        boolean optional = kind == ComponentKind.TEXT_ENCODER || kind == ComponentKind.EXTRACTOR;
        if (optional && OPTIONAL.containsKey(name)) {
            return "the " + kind.noun() + " " + name + " is in the module " + OPTIONAL.get(name)
                    + ", which is not on the class path: add the dependency org.gan4j:" + OPTIONAL.get(name)
                    + "; the command ./gan adds it by itself if its arguments, experiment or run name " + name;
        }
        return "there is no " + kind.noun() + " called " + name
                + Suggestions.ending(
                        name,
                        names,
                        "; there are " + String.join(", ", names) + "; to add your own, list it in a"
                                + " GanPlugin on the class path or in a jar of --plugins DIR");
    }
}
