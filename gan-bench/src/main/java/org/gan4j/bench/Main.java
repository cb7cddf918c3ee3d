package org.gan4j.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bytedeco.pytorch.global.torch;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.bench.cases.Cases;
import org.gan4j.bench.kernels.KernelTable;
import org.gan4j.bench.peer.Libtorch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code gan bench} command, which compares training steps with libtorch in one process. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Times training steps against the same networks in libtorch, in turn.",
        subcommands = KernelTable.class,
        footer = {
            "",
            "Examples:",
            "  ./gan bench",
            "  ./gan bench tiny-mlp --json",
            "  ./gan bench dcgan64 --explain",
            "  ./gan bench kernels"
        })
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "CASE", description = "Cases to measure; defaults to all.")
    private List<String> names = List.of();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "Duration of each case, a third of it warm-up; defaults to ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--no-memory", description = "Do not measure peak memory, which takes one process per side.")
    private boolean withoutMemory;

    @Option(names = "--explain", description = "Only show where the time of a Gan4J step goes, kernel by kernel.")
    private boolean explain;

    @Option(names = "--isolated", hidden = true, description = "Print the peak memory of one side of one case.")
    private IsolatedProcess isolated;

    private Main() {}

    /** Runs the command and exits with its code. */
    @SuppressWarnings("DefaultCharset") // the terminal's
    public static void main(String[] args) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn"); // DL4J logs every start
        CommandLine command = new CommandLine(new Main())
                .setOut(new PrintWriter(System.out, true))
                .setErr(new PrintWriter(System.err, true))
                .setExecutionExceptionHandler(Main::failed);
        System.exit(command.execute(args));
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof IllegalArgumentException) {
            command.getErr().println("gan: " + failure.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        failure.printStackTrace(command.getErr());
        return CommandLine.ExitCode.SOFTWARE;
    }

    /**
     * Runs the command.
     *
     * @return the exit code
     * @throws IllegalArgumentException if there is no case of a given name, or if it has only one side
     * @throws IllegalStateException if both sides compute different losses or a process that measures memory fails
     */
    @Override
    public Integer call() {
        List<String> chosen = names.isEmpty() ? all() : names;
        chosen.forEach(Main::requireKnown);
        if (isolated != null) {
            spec.commandLine()
                    .getOut()
                    .println(isolated.peakMemory(named(chosen.get(0))).line());
            return CommandLine.ExitCode.OK;
        }
        if (explain) {
            chosen.stream().filter(Main::hasTwoSides).forEach(this::explain);
            return CommandLine.ExitCode.OK;
        }
        PrintWriter progress =
                json ? spec.commandLine().getErr() : spec.commandLine().getOut();
        Libtorch.load();
        int threads = torch.get_num_threads();
        progress.printf("%d threads%n%s%n", threads, Report.heading());
        List<Measurement> measurements = new ArrayList<>();
        for (String each : chosen) {
            Measurement measured = measure(each);
            measurements.add(measured);
            progress.println(Report.row(measured));
        }
        if (json) {
            spec.commandLine().getOut().println(Report.json(threads, measurements));
        }
        return CommandLine.ExitCode.OK;
    }

    private void explain(String name) {
        Case explained = named(name);
        try (Dataset dataset = explained.data().open();
                Gan4jSide gan4j = new Gan4jSide(explained, dataset)) {
            spec.commandLine().getOut().printf("%s: %s%n%n%s%n", name, explained.summary(), gan4j.explain(5));
        }
    }

    private Measurement measure(String name) {
        Interleaving interleaving = new Interleaving(Cooldown.REST, 5, 1000, Duration.ofSeconds(seconds));
        if (name.equals(PenaltyCost.NAME)) {
            return PenaltyCost.measure(interleaving);
        }
        if (name.equals(Dl4jCost.NAME)) {
            return Dl4jCost.measure(interleaving);
        }
        Optional<PeakMemory> oursMemory = peakMemory(IsolatedProcess.GAN4J, name);
        Optional<PeakMemory> peerMemory = peakMemory(IsolatedProcess.PEER, name);
        try (Comparison comparison = new Comparison(named(name))) {
            return comparison.measure(interleaving, oursMemory, peerMemory);
        }
    }

    private Optional<PeakMemory> peakMemory(IsolatedProcess side, String name) {
        return withoutMemory ? Optional.empty() : PeakMemory.inChild(name, "--isolated", side.name());
    }

    private static List<String> all() {
        return Stream.concat(Cases.all().stream().map(Case::name), Stream.of(PenaltyCost.NAME, Dl4jCost.NAME))
                .toList();
    }

    private static void requireKnown(String name) {
        if (!all().contains(name)) {
            throw new IllegalArgumentException("unknown case " + name + Suggestions.ending(name, all()));
        }
    }

    private static boolean hasTwoSides(String name) {
        return Cases.all().stream().anyMatch(each -> each.name().equals(name));
    }

    private static Case named(String name) {
        return Cases.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " cannot be measured here because it has no peer; choose a case with a peer"));
    }
}
