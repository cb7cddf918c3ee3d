package org.gan4j;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The classes of Gan4J on the class path, without those of tests. */
final class OwnClasses {
    private OwnClasses() {}

    /** Returns them sorted by name, not yet initialized. */
    static List<Class<?>> all() throws IOException, ClassNotFoundException {
        List<String> names = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
                names.addAll(names(path));
            } else if (path.getFileName().toString().matches("gan-.*[.]jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(path)) {
                    names.addAll(names(jar.getPath("/")));
                }
            }
        }
        List<Class<?>> classes = new ArrayList<>();
        for (String name : names.stream().sorted().toList()) {
            classes.add(Class.forName(name, false, OwnClasses.class.getClassLoader()));
        }
        return classes;
    }

    private static List<String> names(Path root) throws IOException {
        Path own = root.resolve("org/gan4j");
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(own)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .toList();
        }
    }
}
