package org.gan4j.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The name of this software with its version, which Maven writes into the jar. */
public final class Software {
    private static final String FILE = "/META-INF/maven/org.gan4j/gan-provenance/pom.properties";

    /** The name, such as {@code Gan4J 0.1.0}; without a version if this class comes from no jar. */
    public static final String NAME = name();

    private Software() {}

    private static String name() {
        try (InputStream in = Software.class.getResourceAsStream(FILE)) {
            if (in == null) {
                return "Gan4J";
            }
            Properties maven = new Properties();
            maven.load(in);
            return "Gan4J " + maven.getProperty("version");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read the resource " + FILE + ": " + failed, failed);
        }
    }
}
