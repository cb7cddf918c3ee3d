package org.gan4j.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.bytedeco.pytorch.global.torch;
import org.gan4j.api.NearMiss;
import org.gan4j.bench.cases.Cases;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan bench}: training beside libtorch, in one process. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Times steps of training and those of the same networks in libtorch, in turn.",
        footer = {"", "Examples:", "  ./gan bench", "  ./gan bench tiny-mlp --json"})
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "CASE", description = "What is measured; all unless said otherwise.")
    private List<String> names = List.of();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How long each case takes; ${DEFAULT-VALUE} unless said otherwise. A third is warm-up.")
    private int seconds;

    private Main() {}

    @SuppressWarnings("DefaultCharset") // that of the terminal
    public static void main(String[] args) {
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

    @Override
    public Integer call() {
        List<Case> chosen =
                names.isEmpty() ? Cases.all() : names.stream().map(Main::named).toList();
        PrintWriter progress =
                json ? spec.commandLine().getErr() : spec.commandLine().getOut();
        Sgemm sgemm = Sgemm.measure();
        int threads = torch.get_num_threads();
        progress.println(Report.machine(threads, sgemm));
        progress.println(Report.heading());
        List<Measurement> measurements = new ArrayList<>();
        for (Case each : chosen) {
            Measurement measured = measure(each, sgemm);
            measurements.add(measured);
            progress.println(Report.row(measured));
        }
        if (json) {
            spec.commandLine().getOut().println(new Report(threads, sgemm, measurements).json());
        }
        return CommandLine.ExitCode.OK;
    }

    private Measurement measure(Case each, Sgemm sgemm) {
        try (Bout bout = new Bout(each)) {
            return bout.measure(
                    new Interleaving(5, 1000, Duration.ofSeconds(seconds)),
                    sgemm,
                    OptionalDouble.empty(),
                    OptionalDouble.empty());
        }
    }

    private static Case named(String name) {
        List<String> all = Cases.all().stream().map(Case::name).toList();
        return Cases.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no case " + name
                        + NearMiss.of(name, all)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; there are " + String.join(", ", all))));
    }
}
