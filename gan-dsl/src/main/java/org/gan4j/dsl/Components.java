package org.gan4j.dsl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gan4j.api.Component;
import org.gan4j.api.GanPlugin;
import org.gan4j.api.NearMiss;

/** Components by name, from every {@link GanPlugin} of the {@link Plugins} in use. */
public final class Components {
    private static final String NAME = "name";

    private final Plugins origin;
    private final List<Provided<GanPlugin>> plugins;

    private Components(Plugins origin) {
        this.origin = origin;
        this.plugins = origin.all(GanPlugin.class);
    }

    /** Those on the class path, and in the folder of plug-ins if one is {@linkplain Plugins#use in use}. */
    public static Components onClassPath() {
        return of(Plugins.current());
    }

    /** Those of these plug-ins, in use or not. */
    public static Components of(Plugins plugins) {
        return new Components(plugins);
    }

    /**
     * The one component of a kind with this name.
     *
     * @throws IllegalArgumentException if there is none, with the near miss or those there are; or more than one
     */
    public <T extends Component> T named(ComponentKind<T> kind, String name) {
        List<Provided<T>> found = offered(kind).stream()
                .filter(each -> each.part().name().equals(name))
                .toList();
        if (found.isEmpty()) {
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
                .map(Provided::part)
                .sorted(Comparator.comparing(Component::name))
                .toList();
    }

    /** With where each comes from; a plug-in that cannot say what it has of this kind has nothing. */
    private <T extends Component> List<Provided<T>> offered(ComponentKind<T> kind) {
        List<Provided<T>> all = new ArrayList<>();
        for (Provided<GanPlugin> plugin : plugins) {
            try {
                List<Provided<T>> own = new ArrayList<>();
                for (T each : kind.listed().apply(plugin.part())) {
                    Objects.requireNonNull(each.name(), "a component without a name");
                    own.add(new Provided<>(each, plugin.from()));
                }
                all.addAll(own);
            } catch (LinkageError | RuntimeException failed) {
                origin.leaveOut(plugin, failed);
            }
        }
        return all;
    }

    /** A component for people: its name, and its settings if it has some. */
    public static String describe(Component component) {
        ObjectNode yaml = ComponentYaml.write(component);
        return yaml.has(NAME) ? described(yaml) : component.name();
    }

    private static String described(JsonNode component) {
        List<String> settings = new ArrayList<>();
        component.fields().forEachRemaining(setting -> {
            JsonNode value = setting.getValue();
            String text = value.isValueNode() ? value.asText() : value.has(NAME) ? described(value) : value.toString();
            if (!setting.getKey().equals(NAME) && !value.isNull() && !text.isEmpty() && !text.equals("[]")) {
                settings.add(setting.getKey() + " " + text);
            }
        });
        return component.get(NAME).asText() + (settings.isEmpty() ? "" : " (" + String.join(", ", settings) + ")");
    }

    private String unknown(ComponentKind<?> kind, String name) {
        return unknown(kind, name, all(kind).stream().map(Component::name).toList());
    }

    /** The sentence for a name that is not among those there are. */
    static String unknown(ComponentKind<?> kind, String name, List<String> names) {
        return "there is no " + kind.noun() + " called " + name
                + NearMiss.ending(
                        name,
                        names,
                        "; there are " + String.join(", ", names) + ": one of your own has to be listed in a"
                                + " GanPlugin, on the class path or in a jar of --plugins DIR");
    }
}
