package org.gan4j.dsl;

import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.gan4j.api.Component;
import org.gan4j.api.GanPlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Components by name, from every {@link GanPlugin} on the class path. */
final class Components {
    private static final Logger LOG = LoggerFactory.getLogger(Components.class);

    private final List<GanPlugin> plugins;

    private Components(List<GanPlugin> plugins) {
        this.plugins = plugins;
    }

    static Components onClassPath() {
        return new Components(ServiceLoader.load(GanPlugin.class, Components.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .peek(plugin ->
                        LOG.debug("plug-in {} from {}", plugin.getClass().getName(), origin(plugin)))
                .toList());
    }

    /**
     * The one component of a kind with this name.
     *
     * @param kind such as "loss", for messages
     */
    <T extends Component> T named(String kind, Function<GanPlugin, List<? extends T>> list, String name) {
        List<T> all = all(list);
        List<T> found = all.stream().filter(each -> each.name().equals(name)).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(unknown(kind, name, all));
        }
        if (found.size() > 1) {
            throw new IllegalArgumentException("there is more than one " + kind + " called " + name + ": "
                    + found.stream().map(each -> each.getClass().getName()).toList()
                    + "; take one of their plug-ins off the class path");
        }
        return found.get(0);
    }

    <T extends Component> List<T> all(Function<GanPlugin, List<? extends T>> list) {
        List<T> all = new ArrayList<>();
        plugins.forEach(plugin -> all.addAll(list.apply(plugin)));
        all.sort(Comparator.comparing(Component::name));
        return all;
    }

    private static String unknown(String kind, String name, List<? extends Component> all) {
        List<String> names = all.stream().map(Component::name).toList();
        return NearMiss.of(name, names)
                .map(near -> "there is no " + kind + " called " + name + "; did you mean " + near + "?")
                .orElse("there is no " + kind + " called " + name + "; there are " + names
                        + ": one of your own has to be listed in a GanPlugin on the class path");
    }

    /** The jar or folder of a plug-in. */
    private static Object origin(GanPlugin plugin) {
        CodeSource source = plugin.getClass().getProtectionDomain().getCodeSource();
        return source == null ? "an unknown place" : source.getLocation();
    }
}
