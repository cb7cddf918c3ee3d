package org.gan4j.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gan4j.dsl.plugin.Plugins;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs a command with the plug-ins of a folder, if one is given; help is printed without them. */
final class WithPlugins implements IExecutionStrategy {
    private static final String VARIABLE = "GAN_PLUGINS";

    private final Supplier<Optional<Path>> folder;
    private final Failures failures;
    private final Consumer<String> warnings;

    WithPlugins(Supplier<Optional<Path>> folder, Failures failures, Consumer<String> warnings) {
        this.folder = folder;
        this.failures = failures;
        this.warnings = warnings;
    }

    /** Returns the folder that the environment variable names, or nothing if it is unset or blank. */
    static Optional<Path> folder(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    @Override
    public int execute(ParseResult parsed) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        Plugins before = Plugins.current();
        try {
            Optional<Path> asked = folder.get();
            if (asked.isPresent()) {
                Plugins.in(asked.get(), warnings).use();
            } else if (before == Plugins.onClassPath()) {
                Plugins.onClassPath(warnings).use();
            }
        } catch (IllegalArgumentException unusable) {
            return failures.report(unusable);
        }
        Thread thread = Thread.currentThread();
        ClassLoader context = thread.getContextClassLoader();
        if (Plugins.current() != before) {
            thread.setContextClassLoader(Plugins.current().classLoader()); // drivers of databases are found by it
        }
        try {
            return new RunLast().execute(parsed);
        } finally {
            thread.setContextClassLoader(context);
            before.use();
        }
    }
}
