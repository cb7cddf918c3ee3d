package org.gan4j.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What JShell reads when it starts: the imports that a user of Gan4J needs, and settings. */
public final class StartUp {
    private StartUp() {}

    /** Returns the start-up script, which has the imports. It is plain Java, which other tools than JShell read, too. */
    public static String script() {
        return read("startup.jsh");
    }

    /** Returns the commands of JShell that let it print a summary whole, of which it would cut out the middle. */
    public static String settings() {
        return read("settings.jsh");
    }

    private static String read(String resource) {
        try (InputStream text = StartUp.class.getResourceAsStream(resource)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + resource + ": " + failed, failed);
        }
    }
}
