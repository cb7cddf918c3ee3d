package org.gan4j.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gan4j.report.ReportPage;
import org.gan4j.report.RunReader;
import org.gan4j.training.OutputDirectory;
import org.gan4j.training.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan report}: writes the page of a run. */
@Command(
        name = "report",
        description =
                "Writes the page of a run again: one HTML file with curves, samples, evaluations and settings, which"
                        + " needs no network. Training and evaluations keep report.html in the run's folder up to date.",
        footer = {"", "Examples:", "  ./gan report runs/dcgan-001", "  ./gan report runs/dcgan-001 --out dcgan.html"})
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The folder of a run, as written by gan train.")
    private Path run;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The page, such as dcgan.html. Defaults to report.html in the run's folder.")
    private Path out;

    @Override
    public Integer call() {
        RunDirectory directory = RunDirectory.open(run);
        Path file = out == null ? directory.report() : out;
        OutputDirectory.requireFile(file, "report.html");
        ReportPage.write(RunReader.of(directory).read(), file);
        spec.commandLine().getOut().println("written to " + file);
        return 0;
    }
}
