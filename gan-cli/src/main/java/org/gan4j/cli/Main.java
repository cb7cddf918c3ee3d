package org.gan4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gan4j.api.plugin.Recipe;
import org.gan4j.dsl.plugin.ComponentRegistry;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code gan} command. */
@Command(
        name = "gan",
        description = "Trains generative adversarial networks, and generates samples with them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The command succeeded.",
            "1:It failed, for example because the losses became NaN.",
            "2:The input is invalid, or another program trains in the same folder.",
            "3:A disk is full, or a file would be larger than the system allows; free some space and run it again."
        },
        footer = {
            "",
            "Examples:",
            "  ./gan train",
            "  ./gan sample runs/dcgan-001 --out grid.png",
            "  ./gan train --help"
        })
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "When a command fails, print the stack trace.")
    private boolean stacktrace;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "A folder of plug-in jars. Defaults to the environment variable GAN_PLUGINS.")
    private Path plugins;

    private Main() {}

    /** Runs the command with these arguments, and exits with its exit code. */
    @SuppressWarnings("DefaultCharset") // the terminal's
    public static void main(String[] args) {
        System.exit(run(
                () -> ComponentRegistry.onClassPath().recipes(),
                new PrintWriter(System.out, true),
                new PrintWriter(System.err, true),
                args));
    }

    /** Runs a command, and returns its exit code: 0 if it succeeded, 1 if it failed, 2 if the input is invalid, 3 if the disk is full. */
    static int run(Supplier<List<Recipe>> recipes, PrintWriter out, PrintWriter err, String... args) {
        Main main = new Main();
        Failures failures = new Failures(err, () -> main.stacktrace);
        Consumer<String> warnings = sentence -> err.println("gan: " + sentence);
        WithPlugins withPlugins = new WithPlugins(
                () -> Optional.ofNullable(main.plugins).or(() -> WithPlugins.folder(System.getenv())),
                failures,
                warnings);
        CommandLine command = main.commandLine(recipes)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setExecutionStrategy(parsed -> {
                    FormerWords.warnings(parsed.originalArgs()).forEach(warnings);
                    return withPlugins.execute(parsed);
                });
        try {
            return command.execute(args);
        } catch (LinkageError | OutOfMemoryError error) { // picocli handles exceptions only
            return failures.report(error);
        } finally {
            out.flush(); // print alone does not, and the program exits
        }
    }

    /** Returns the command with all its subcommands, as it is parsed and documented. */
    static CommandLine commandLine() {
        return new Main().commandLine(() -> ComponentRegistry.onClassPath().recipes());
    }

    private CommandLine commandLine(Supplier<List<Recipe>> recipes) {
        return new CommandLine(this)
                .addSubcommand(new TrainCommand(recipes))
                .addSubcommand(new WatchCommand())
                .addSubcommand(new ReportCommand())
                .addSubcommand(new ExploreCommand())
                .addSubcommand(new StudyCommand(recipes))
                .addSubcommand(new SampleCommand())
                .addSubcommand(new InvertCommand())
                .addSubcommand(new EditCommand())
                .addSubcommand(new GenerateCommand())
                .addSubcommand(new SynthesizeCommand())
                .addSubcommand(new AugmentCommand())
                .addSubcommand(new AssessCommand())
                .addSubcommand(new EvaluateCommand())
                .addSubcommand(new CompareCommand())
                .addSubcommand(new RateCommand())
                .addSubcommand(new ProbeCommand())
                .addSubcommand(new PrivacyCommand())
                .addSubcommand(new DetectCommand())
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new ClassifyCommand())
                .addSubcommand(new UpscaleCommand())
                .addSubcommand(new TranslateCommand())
                .addSubcommand(new RefineCommand())
                .addSubcommand(new ServeCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new ImportCommand(recipes))
                .addSubcommand(new ListCommand(recipes))
                .addSubcommand(new ExplainCommand(recipes))
                .addSubcommand(new ShellCommand())
                .addSubcommand(new EnvCommand())
                .addSubcommand(new ClasspathCommand())
                .addSubcommand(new CompletionCommand())
                .registerConverter(Long.class, new NumberOption<>("a whole number", Long::valueOf))
                .registerConverter(Double.class, new NumberOption<>("a number", Double::valueOf));
    }

    /** Prints the help, as no command was given. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 0;
    }
}
