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
 * The plug-ins on the class path and, if given, in the jars of a directory. A program whose plug-ins are on the class
 * path does not need this class. Other programs call, once and before they read experiments or build GANs,
 *
 * <pre>{@code
 * Plugins.in(Path.of("plugins")).use();
 * }</pre>
 *
 * <p>which applies to the whole process and all its threads until other plug-ins are used. The jars share one class
 * loader, whose parent is that of Gan4J. A plug-in that fails to load or to list its components is left out with a
 * warning; all others work.
 */
public final class Plugins {
    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);
    private static final Plugins CLASS_PATH = new Plugins(List.of(), parent(), LOG::warn);

    private static final String LOADER = "plug-ins";

    private static volatile Plugins current = CLASS_PATH;

    private final List<PluginJar> jars;
    private final ClassLoader loader;
    private final Consumer<String> warnings;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    private Plugins(List<PluginJar> jars, ClassLoader loader, Consumer<String> warnings) {
        this.jars = jars;
        this.loader = loader;
        this.warnings = warnings;
    }

    /** Returns the plug-ins on the class path only, which are the default. */
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
     * Returns the plug-ins on the class path and in the jars of a directory, and logs warnings.
     *
     * @throws IllegalArgumentException if there is no such directory, it cannot be read, or it contains no jar
     */
    public static Plugins in(Path directory) {
        return in(directory, LOG::warn);
    }

    /**
     * Returns the plug-ins on the class path and in the jars of a directory.
     *
     * @param warnings receives each warning once, such as that a plug-in is left out, with its jar and the reason
     * @throws IllegalArgumentException if there is no such directory, it cannot be read, or it contains no jar
     */
    public static Plugins in(Path directory, Consumer<String> warnings) {
        List<PluginJar> jars = jars(directory);
        URL[] urls = jars.stream().map(jar -> url(jar.path())).toArray(URL[]::new);
        return new Plugins(jars, new URLClassLoader(LOADER, urls, parent()), warnings);
    }

    /** Returns the plug-ins in use. */
    public static Plugins current() {
        return current;
    }

    /** Uses these plug-ins from now on, in all threads; existing GANs stay as they are. */
    public void use() {
        current = this;
    }

    /** Returns the class loader of the jars, whose parent is that of Gan4J; that of Gan4J itself if there are none. */
    public ClassLoader classLoader() {
        return loader;
    }

    /**
     * Returns the implementations of a service: first those on the class path, then those in jars, sorted by the name
     * of the jar.
     */
    public <T> List<Discovered<T>> all(Class<T> service) {
        Map<Class<?>, Discovered<T>> all = new LinkedHashMap<>(); // a jar may also be on the class path
        ServiceLoader.load(service, parent())
                .forEach(part -> all.put(part.getClass(), new Discovered<>(part, origin(part.getClass()))));
        for (PluginJar jar : jars) {
            for (String name : classes(jar, service)) {
                try {
                    Class<?> named = Class.forName(name, true, loader);
                    if (!all.containsKey(named)) {
                        all.put(named, new Discovered<>(instance(service, named), jar.toString()));
                    }
                } catch (ReflectiveOperationException | LinkageError | RuntimeException failed) {
                    leaveOut(name, jar.toString(), failed);
                }
            }
        }
        all.values().forEach(each -> LOG.debug("plug-in {} from {}", each.part().getClass(), each.from()));
        return new ArrayList<>(all.values());
    }

    /**
     * Returns the jar that a class comes from, if it comes from a plug-in directory, whether that is in use or not.
     *
     * @throws IllegalStateException if the location of the class is not a valid URI
     */
    public static Optional<PluginJar> jarOf(Class<?> part) {
        ClassLoader from = part.getClassLoader();
        if (from == null || !LOADER.equals(from.getName())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PluginJar(Path.of(
                    part.getProtectionDomain().getCodeSource().getLocation().toURI())));
        } catch (URISyntaxException impossible) { // it was a path before
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the class of a stack frame, if it comes from a jar of these plug-ins. */
    Optional<Class<?>> fromJar(StackTraceElement frame) {
        if (!LOADER.equals(frame.getClassLoaderName())) {
            return Optional.empty();
        }
        try {
            Class<?> type = Class.forName(frame.getClassName(), false, loader);
            return jarOf(type).map(jar -> type);
        } catch (ClassNotFoundException | LinkageError other) { // plug-ins that were in use before
            return Optional.empty();
        }
    }

    /** Sends a warning to the receiver of these plug-ins; the same sentence is sent only once. */
    public void warn(String sentence) {
        if (warned.add(sentence)) {
            warnings.accept(sentence);
        }
    }

    /** Warns that a plug-in fails to list its components and is left out. */
    void leaveOut(Discovered<GanPlugin> plugin, Throwable failed) {
        leaveOut(plugin.part().getClass().getName(), plugin.from(), failed);
    }

    private void leaveOut(String plugin, String from, Throwable failed) {
        if (warned.add(plugin + " " + from)) {
            warnings.accept(PluginFailure.sentence(plugin, from, failed));
        }
    }

    private List<String> classes(PluginJar jar, Class<?> service) {
        try {
            return jar.classes(service);
        } catch (IOException unreadable) {
            if (warned.add(jar.toString())) {
                warnings.accept("the jar " + jar + " is left out: it cannot be read (" + unreadable.getMessage()
                        + "); copy it again");
            }
            return List.of();
        }
    }

    private static <T> T instance(Class<T> service, Class<?> named) throws ReflectiveOperationException {
        if (!service.isAssignableFrom(named)) {
            throw new ClassCastException("it is not a " + service.getSimpleName() + "; implement this interface");
        }
        return service.cast(named.getConstructor().newInstance());
    }

    private static List<PluginJar> jars(Path directory) {
        if (!Files.exists(directory)) {
            throw new IllegalArgumentException(
                    "there is no plug-in directory " + directory + ": create it and put jars into it");
        }
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException(
                    directory + " is a file, not a plug-in directory: name the directory that contains it");
        }
        List<PluginJar> jars;
        try (Stream<Path> files = Files.list(directory)) {
            jars = files.filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file))
                    .sorted()
                    .map(PluginJar::new)
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "the plug-in directory " + directory + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
        if (jars.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no jar in the plug-in directory " + directory + ": put one into it");
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
