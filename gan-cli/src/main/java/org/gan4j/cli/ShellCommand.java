package org.gan4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.gan4j.shell.InterruptibleExecutionProvider;
import org.gan4j.shell.Script;
import org.gan4j.shell.StartUp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan shell}: starts JShell with Gan4J, or runs files of snippets. */
@Command(
        name = "shell",
        description = "Starts JShell with Gan4J imported, or runs scripts of JShell.",
        footer = {
            "",
            "show(gan.sample(16)) draws samples in the terminal, plot(gan.train(steps(100)))",
            "the losses. Ctrl-C ends a training after its step, and /exit the shell.",
            "",
            "Examples:",
            "  ./gan shell",
            "  ./gan shell docs/tour.jsh"
        })
final class ShellCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Scripts to run, such as docs/tour.jsh; without any, JShell starts.")
    private List<Path> files = List.of();

    @Option(names = "--startup", description = "Print the start-up script, with all imports, for a JShell of your own.")
    private boolean startup;

    @Override
    public Integer call() throws Exception {
        if (startup) {
            spec.commandLine().getOut().print(StartUp.script());
            return 0;
        }
        if (files.isEmpty()) {
            return interactive();
        }
        try {
            Script.run(files, classPath(), spec.commandLine().getOut());
            return 0;
        } catch (Script.FailedException failed) {
            spec.commandLine().getErr().println("gan: " + failed.getMessage());
            return 1;
        }
    }

    private static int interactive() throws Exception {
        Path script = Files.createTempFile("gan4j", ".jsh"); // JShell reads files only
        try {
            Files.writeString(script, StartUp.script() + StartUp.settings());
            return JavaShellToolBuilder.builder()
                    .start(
                            "--execution",
                            InterruptibleExecutionProvider.NAME,
                            "--class-path",
                            classPath(),
                            "--startup",
                            script.toString());
        } finally {
            Files.deleteIfExists(script);
        }
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
