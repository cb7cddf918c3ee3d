package org.gan4j.dsl.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gan4j.api.plugin.GanPlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where plug-ins come from: the class path, and the jars of a folder if one is given. Programs that have their plug-ins
 * on the class path need none of this. Others say once, before they read experiments or build GANs,
 *
 * <pre>{@code
 * Plugins.in(Path.of("plugins")).use();
 * }</pre>
 *
 * <p>which holds for the whole process and all its threads, until others are used. The jars share one class loader, whose
 * parent is that of Gan4J. A plug-in that fails to load, or to say what it has, is left out with a warning; the rest go
 * on.
 */
public final class Plugins {
    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);
    private static final Plugins CLASS_PATH = new Plugins(List.of(), parent(), LOG::warn);

    private static final String LOADER = "plug-ins";

    private static volatile Plugins current = CLASS_PATH;

    private final List<PluginJar> jars;
    private final ClassLoader loader;
    private final Consumer<String> warnings;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    private Plugins(List<PluginJar> jars, ClassLoader loader, Consumer<String> warnings) {
        this.jars = jars;
        this.loader = loader;
        this.warnings = warnings;
    }

    /** Those on the class path alone, which are used unless said otherwise. */
    public static Plugins onClassPath() {
        return CLASS_PATH;
    }

    /**
     * Returns those on the class path alone, with a place for warnings.
     *
     * @param warnings receives each warning once, as a sentence
     */
    public static Plugins onClassPath(Consumer<String> warnings) {
        return new Plugins(List.of(), parent(), warnings);
    }

    /**
     * Those on the class path and in the jars of a folder; warnings are logged.
     *
     * @throws IllegalArgumentException if there is no such folder, or no jar in it
     */
    public static Plugins in(Path folder) {
        return in(folder, LOG::warn);
    }

    /**
     * The same with a place for warnings.
     *
     * @param warnings is told, once, of each plug-in that is left out, in a sentence with its jar
     */
    public static Plugins in(Path folder, Consumer<String> warnings) {
        List<PluginJar> jars = jars(folder);
        URL[] urls = jars.stream().map(jar -> url(jar.path())).toArray(URL[]::new);
        return new Plugins(jars, new URLClassLoader(LOADER, urls, parent()), warnings);
    }

    /** Those that are used now. */
    public static Plugins current() {
        return current;
    }

    /** From now on these are used, by all threads; GANs that are built already stay as they are. */
    public void use() {
        current = this;
    }

    /** What there is of a service: of the class path first, then by the names of the jars. */
    public <T> List<Discovered<T>> all(Class<T> service) {
        Map<Class<?>, Discovered<T>> all = new LinkedHashMap<>(); // a jar of the folder may be on the class path too
        ServiceLoader.load(service, parent())
                .forEach(part -> all.put(part.getClass(), new Discovered<>(part, origin(part.getClass()))));
        for (PluginJar jar : jars) {
            for (String name : classes(jar, service)) {
                try {
                    Class<?> named = Class.forName(name, true, loader);
                    if (!all.containsKey(named)) {
                        all.put(named, new Discovered<>(made(service, named), jar.toString()));
                    }
                } catch (ReflectiveOperationException | LinkageError | RuntimeException failed) {
                    leaveOut(name, jar.toString(), failed);
                }
            }
        }
        all.values().forEach(each -> LOG.debug("plug-in {} from {}", each.part().getClass(), each.from()));
        return new ArrayList<>(all.values());
    }

    /** The jar of a folder of plug-ins that a class comes from, if it comes from one, whichever are used now. */
    public static Optional<PluginJar> jarOf(Class<?> part) {
        ClassLoader from = part.getClassLoader();
        if (from == null || !LOADER.equals(from.getName())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PluginJar(Path.of(
                    part.getProtectionDomain().getCodeSource().getLocation().toURI())));
        } catch (URISyntaxException impossible) { // it was made of a path
            throw new IllegalStateException(impossible);
        }
    }

    /** Says something of them that whoever runs this should know, once. */
    public void warn(String sentence) {
        if (said.add(sentence)) {
            warnings.accept(sentence);
        }
    }

    /** Warns of a plug-in that cannot say what it has. */
    void leaveOut(Discovered<GanPlugin> plugin, Throwable failed) {
        leaveOut(plugin.part().getClass().getName(), plugin.from(), failed);
    }

    private void leaveOut(String plugin, String from, Throwable failed) {
        if (said.add(plugin + " " + from)) {
            warnings.accept(PluginFailure.sentence(plugin, from, failed));
        }
    }

    private List<String> classes(PluginJar jar, Class<?> service) {
        try {
            return jar.classes(service);
        } catch (IOException unreadable) {
            if (said.add(jar.toString())) {
                warnings.accept("the jar " + jar + " is left out: it cannot be read (" + unreadable.getMessage()
                        + "); copy it anew");
            }
            return List.of();
        }
    }

    private static <T> T made(Class<T> service, Class<?> named) throws ReflectiveOperationException {
        if (!service.isAssignableFrom(named)) {
            throw new ClassCastException("it is no " + service.getSimpleName() + "; implement that");
        }
        return service.cast(named.getConstructor().newInstance());
    }

    private static List<PluginJar> jars(Path folder) {
        if (!Files.exists(folder)) {
            throw new IllegalArgumentException(
                    "there is no folder of plug-ins " + folder + ": make it, and put jars in");
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "plug-ins are looked for in a folder, and " + folder + " is a file: name the folder that it is in");
        }
        List<PluginJar> jars;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file))
                    .sorted()
                    .map(PluginJar::new)
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "the folder of plug-ins " + folder + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
        if (jars.isEmpty()) {
            throw new IllegalArgumentException("there is no jar in the folder of plug-ins " + folder + ": put one in");
        }
        return jars;
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ClassLoader parent() {
        return Plugins.class.getClassLoader();
    }

    private static String origin(Class<?> plugin) {
        CodeSource source = plugin.getProtectionDomain().getCodeSource();
        return source == null ? "an unknown place" : source.getLocation().getPath();
    }
}
