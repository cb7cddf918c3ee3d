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

/**
 * A jar in a plug-in directory. It lists its services itself, since {@link java.util.ServiceLoader} does not tell which
 * jar a service comes from.
 *
 * @param path the jar file
 */
public record PluginJar(Path path) {
    /** Returns the names of the classes that its file in META-INF/services lists for a service. */
    List<String> classes(Class<?> service) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            ZipEntry entry = jar.getEntry("META-INF/services/" + service.getName());
            return entry == null ? List.of() : names(jar.getInputStream(entry));
        }
    }

    /**
     * Returns the SHA-256 of the file in hexadecimal digits. The prefix {@code sha256-} keeps YAML from reading it as a
     * number.
     *
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalStateException if this Java has no SHA-256
     */
    public String digest() {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
            return "sha256-" + HexFormat.of().formatHex(sha256);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the jar " + path + ": " + unreadable, unreadable);
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
