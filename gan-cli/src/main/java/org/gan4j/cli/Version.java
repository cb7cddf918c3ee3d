package org.gan4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of Gan4J, read from the file that Maven writes into the jar. */
final class Version implements IVersionProvider {
    private static final String FILE = "/META-INF/maven/org.gan4j/gan-cli/pom.properties";

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"Gan4J " + number()};
    }

    static String number() throws IOException {
        try (InputStream in = Version.class.getResourceAsStream(FILE)) {
            if (in == null) {
                return "(not packaged in a jar)";
            }
            Properties maven = new Properties();
            maven.load(in);
            return maven.getProperty("version");
        }
    }
}
