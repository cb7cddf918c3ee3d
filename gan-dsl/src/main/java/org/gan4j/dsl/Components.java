package org.gan4j.dsl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.gan4j.api.Component;
import org.gan4j.api.GanPlugin;
import org.gan4j.api.NearMiss;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Components by name, from every {@link GanPlugin} on the class path. */
public final class Components {
    private static final Logger LOG = LoggerFactory.getLogger(Components.class);

    private final List<GanPlugin> plugins;

    private Components(List<GanPlugin> plugins) {
        this.plugins = plugins;
    }

    public static Components onClassPath() {
        return new Components(ServiceLoader.load(GanPlugin.class, Components.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .peek(plugin ->
                        LOG.debug("plug-in {} from {}", plugin.getClass().getName(), origin(plugin)))
                .toList());
    }

    /**
     * The one component of a kind with this name.
     *
     * @throws IllegalArgumentException if there is none, with the near miss or those there are; or more than one
     */
    public <T extends Component> T named(ComponentKind<T> kind, String name) {
        List<T> found =
                all(kind).stream().filter(each -> each.name().equals(name)).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(unknown(kind, name));
        }
        if (found.size() > 1) {
            throw new IllegalArgumentException("there is more than one " + kind.noun() + " called " + name + ": "
                    + found.stream().map(each -> each.getClass().getName()).toList()
                    + "; take one of their plug-ins off the class path");
        }
        return found.get(0);
    }

    /** Whether there is a component of this kind and name. */
    public boolean has(ComponentKind<?> kind, String name) {
        return all(kind).stream().anyMatch(each -> each.name().equals(name));
    }

    /** All of a kind, by name. */
    public <T extends Component> List<T> all(ComponentKind<T> kind) {
        List<T> all = new ArrayList<>();
        plugins.forEach(plugin -> all.addAll(kind.listed().apply(plugin)));
        all.sort(Comparator.comparing(Component::name));
        return all;
    }

    /** A component for people: its name, and its settings if it has some. */
    public static String describe(Component component) {
        ObjectNode yaml = ComponentYaml.write(component);
        if (!yaml.has("name")) {
            return component.name();
        }
        List<String> settings = new ArrayList<>();
        yaml.remove("name");
        yaml.fields().forEachRemaining(setting -> {
            JsonNode value = setting.getValue();
            String text = value.isValueNode() ? value.asText() : value.toString();
            if (!value.isNull() && !text.isEmpty() && !text.equals("[]")) {
                settings.add(setting.getKey() + " " + text);
            }
        });
        return component.name() + (settings.isEmpty() ? "" : " (" + String.join(", ", settings) + ")");
    }

    private String unknown(ComponentKind<?> kind, String name) {
        List<String> names = all(kind).stream().map(Component::name).toList();
        return "there is no " + kind.noun() + " called " + name
                + NearMiss.of(name, names)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; there are " + String.join(", ", names)
                                + ": one of your own has to be listed in a GanPlugin on the class path");
    }

    /** The jar or folder of a plug-in. */
    private static Object origin(GanPlugin plugin) {
        CodeSource source = plugin.getClass().getProtectionDomain().getCodeSource();
        return source == null ? "an unknown place" : source.getLocation();
    }
}
