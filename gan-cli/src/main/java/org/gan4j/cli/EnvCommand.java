package org.gan4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gan4j.tensor.engine.EngineProvider;
import org.gan4j.tensor.engine.Engines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gan env}: prints what Gan4J runs on. */
@Command(
        name = "env",
        description = "Prints what Gan4J runs on: versions, memory, engines.",
        footer = {"", "Example, for a bug report:", "  ./gan env"})
final class EnvCommand implements Callable<Integer> {
    private static final double GIB = 1 << 30;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        line("Gan4J", Version.number());
        line("Java", "%s, %s", System.getProperty("java.runtime.version"), System.getProperty("java.vendor"));
        line("heap", "at most %.1f GiB", Runtime.getRuntime().maxMemory() / GIB);
        line(
                "system",
                "%s %s, %s, %d processors",
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
        List<EngineProvider> engines = Engines.all();
        for (EngineProvider engine : engines) {
            boolean preferred = engine == engines.get(0);
            // only the preferred one is loaded: others may need gigabytes of native libraries
            line("engine", "%s%s", engine.name(), preferred ? " (preferred): " + description(engine) : "");
        }
        return 0;
    }

    private static String description(EngineProvider engine) {
        try {
            return engine.engine().description();
        } catch (RuntimeException | LinkageError broken) {
            return "cannot be loaded: " + broken;
        }
    }

    private void line(String what, String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-8s%s%n", what, String.format(Locale.ROOT, format, values));
    }
}
