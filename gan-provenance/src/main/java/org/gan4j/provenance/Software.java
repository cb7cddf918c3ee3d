package org.gan4j.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** The name of this software with its version, which Maven writes into the jar. */
public final class Software {
    private static final String FILE = "/META-INF/maven/org.gan4j/gan-provenance/pom.properties";

    /** The version, such as {@code 0.1.0}; empty if this class comes from no jar. */
    public static final Optional<String> VERSION = version();

    /** The name, such as {@code Gan4J 0.1.0}; without a version if it is not known. */
    public static final String NAME = VERSION.map(version -> "Gan4J " + version).orElse("Gan4J");

    private Software() {}

    private static Optional<String> version() {
        try (InputStream in = Software.class.getResourceAsStream(FILE)) {
            if (in == null) {
                return Optional.empty();
            }
            Properties maven = new Properties();
            maven.load(in);
            return Optional.ofNullable(maven.getProperty("version"));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read the resource " + FILE + ": " + failed, failed);
        }
    }
}
