package org.gan4j.dsl.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** A jar of a folder of plug-ins, which knows what it says is in it. {@link java.util.ServiceLoader} would not tell the jar. */
public record PluginJar(Path path) {
    /** The classes that its file in META-INF/services names for a service. */
    List<String> classes(Class<?> service) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            ZipEntry entry = jar.getEntry("META-INF/services/" + service.getName());
            return entry == null ? List.of() : names(jar.getInputStream(entry));
        }
    }

    /** The SHA-256 of the file, in hexadecimal digits behind {@code sha256-}, so that YAML never takes it for a number. */
    public String digest() {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
            return "sha256-" + HexFormat.of().formatHex(sha256);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the jar " + path + " cannot be read: " + unreadable, unreadable);
        } catch (NoSuchAlgorithmException impossible) { // every Java has it
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> names(InputStream file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
