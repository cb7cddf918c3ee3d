package org.gan4j.bench.kernels;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gan4j.api.plugin.Suggestions;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code gan bench kernels} command, which prints the table of docs/engine.md. */
@Command(
        name = "kernels",
        mixinStandardHelpOptions = true,
        description =
                "Times single operations on a million floats with JMH, on the ND4J engine and on the reference engine.",
        footer = {"", "Examples:", "  ./gan bench kernels", "  ./gan bench kernels \"sum of all\" tanh"})
public final class KernelTable implements Callable<Integer> {
    private static final double MEDIAN = 50;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "KERNEL", description = "Operations to time; defaults to all.")
    private List<String> names = List.of();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "1",
            description = "Duration of each measurement, after a second of warm-up; defaults to ${DEFAULT-VALUE}.")
    private int seconds;

    /**
     * Runs the command.
     *
     * @return the exit code
     * @throws IllegalArgumentException if there is no operation of a given name
     * @throws RunnerException if a benchmark fails
     */
    @Override
    public Integer call() throws RunnerException {
        List<String> all = KernelCatalog.names();
        for (String name : names) {
            if (!all.contains(name)) {
                throw new IllegalArgumentException("unknown kernel \"" + name + "\""
                        + Suggestions.of(name, all)
                                .map(near -> "; did you mean \"" + near + "\"?")
                                .orElse("; there are " + String.join(", ", all)));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("| kernel | nd4j min | median | reference min | median | reference / nd4j |");
        out.println("|---|---|---|---|---|---|");
        for (String name : names.isEmpty() ? all : names) {
            out.println(row(name));
        }
        return CommandLine.ExitCode.OK;
    }

    /** Times an operation and returns its row: milliseconds and the ratio of the medians. */
    private String row(String name) throws RunnerException {
        Map<KernelBenchmark.On, Statistics> times = new EnumMap<>(KernelBenchmark.On.class);
        for (RunResult result : run(name)) {
            times.put(
                    KernelBenchmark.On.valueOf(result.getParams().getParam("engine")),
                    result.getPrimaryResult().getStatistics());
        }
        Statistics ours = times.get(KernelBenchmark.On.ND4J);
        Statistics reference = times.get(KernelBenchmark.On.REFERENCE);
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.1f | %.1f | %.1f |",
                name,
                ours.getMin(),
                ours.getPercentile(MEDIAN),
                reference.getMin(),
                reference.getPercentile(MEDIAN),
                reference.getPercentile(MEDIAN) / ours.getPercentile(MEDIAN));
    }

    /** Runs an operation on both engines, each in a process of its own. */
    private Collection<RunResult> run(String name) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(KernelBenchmark.class.getName())
                        .param("kernel", name)
                        .forks(1)
                        .warmupIterations(1)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(1)
                        .measurementTime(TimeValue.seconds(seconds))
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
    }
}
