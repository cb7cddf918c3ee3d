package org.gan4j.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gan4j.api.inference.Weights;
import org.gan4j.export.weights.WeightExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan export}: writes a network of a run in the format that the ending of the file names. */
@Command(
        name = "export",
        description = "Writes the generator of a run for other programs: its weights for PyTorch, as .safetensors.",
        footer = {"", "Examples:", "  ./gan export runs/dcgan-001 generator.safetensors"})
final class ExportCommand implements Callable<Integer> {
    private static final String WEIGHTS = ".safetensors";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a run, as written by gan train.")
    private Path run;

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "The file to write: NAME.safetensors for PyTorch, see docs/pytorch.md.")
    private Path file;

    @Option(
            names = "--network",
            paramLabel = "NAME",
            description = "The network to write, such as critic. Defaults to the generator.")
    private String network;

    @Mixin
    private WeightsChoice weights;

    @Override
    public Integer call() {
        if (file.toString().endsWith(WEIGHTS)) {
            writeWeights();
            return 0;
        }
        throw new IllegalArgumentException(
                "the ending of " + file + " is not that of a format: choose a file that ends in " + WEIGHTS);
    }

    private void writeWeights() {
        WeightExport export = WeightExport.of(run);
        if (weights.step().isPresent()) {
            export = export.step(weights.step().getAsInt());
        }
        if (weights.latest()) {
            export = export.weights(Weights.LATEST);
        }
        if (network != null) {
            export = export.network(network);
        }
        int count = export.write(file).size();
        spec.commandLine().getOut().printf(Locale.ROOT, "%d tensors: %s%n", count, file);
    }
}
