package org.gan4j.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gan4j.api.inference.Weights;
import org.gan4j.dsl.Gan;
import org.gan4j.export.onnx.OnnxExport;
import org.gan4j.export.onnx.OnnxModel;
import org.gan4j.export.onnx.Precision;
import org.gan4j.export.weights.WeightExport;
import org.gan4j.training.OutputDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan export}: writes what a GAN computes for other programs, in the format that the ending of the file names. */
@Command(
        name = "export",
        description =
                "Writes what a GAN computes, usually its generator, for other programs: as .onnx, which ONNX Runtime and"
                        + " others compute without Gan4J, where the number of rows stays open, and so do the height and the"
                        + " width of images that are enlarged, translated or refined; or the weights of a network as"
                        + " .safetensors, with the names of PyTorch.",
        footer = {
            "",
            "Examples:",
            "  ./gan export runs/dcgan-001 generator.onnx",
            "  ./gan export runs/dcgan-001 critic.onnx --function critic",
            "  ./gan export runs/dcgan-001 small.onnx --fp16 --note license=MIT",
            "  ./gan export runs/dcgan-001 generator.safetensors"
        })
final class ExportCommand implements Callable<Integer> {
    private static final String ONNX = ".onnx";
    private static final String WEIGHTS = ".safetensors";
    private static final double MEGABYTE = 1e6;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a run, as written by gan train.")
    private Path run;

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description =
                    "The file to write or replace: NAME.onnx (docs/onnx.md) or NAME.safetensors (docs/pytorch.md).")
    private Path file;

    @Option(
            names = {"--function", "--network"},
            paramLabel = "NAME",
            description = "What is exported: what the GAN computes for a command, such as generator, critic or"
                    + " classifier, or one of its networks. Defaults to what the GAN was trained for; a wrong name lists"
                    + " all.")
    private String function;

    @Option(
            names = "--fp16",
            description = "Store weights and compute with 16 bits. Inputs and outputs still have 32 bits.")
    private boolean half;

    @Option(
            names = "--note",
            paramLabel = "KEY=VALUE",
            description = "What the file also says about its origin, such as license=\"CC BY 4.0\". May be repeated.")
    private List<String> notes = List.of();

    @Mixin
    private WeightsChoice weights;

    @Override
    public Integer call() {
        OutputDirectory.requireNoFileAbove(file);
        if (file.toString().endsWith(WEIGHTS)) {
            requireUnused("--fp16", half);
            requireUnused("--note", !notes.isEmpty());
            writeWeights();
        } else if (file.toString().endsWith(ONNX)) {
            requireNotes();
            writeModel();
        } else {
            throw new IllegalArgumentException("the ending of " + file
                    + " is not that of a format: choose a file that ends in " + ONNX + " or " + WEIGHTS);
        }
        return 0;
    }

    private void requireUnused(String option, boolean used) {
        if (used) {
            throw new IllegalArgumentException(
                    option + " does not apply to " + file + ": it is for " + ONNX + ", so remove it");
        }
    }

    private void writeWeights() {
        WeightExport export = WeightExport.of(run);
        export = weights.step().isPresent() ? export.step(weights.step().getAsInt()) : export;
        export = weights.latest() ? export.weights(Weights.LATEST) : export;
        export = function == null ? export : export.network(function);
        int count = export.write(file).size();
        spec.commandLine().getOut().printf(Locale.ROOT, "%d tensors: %s%n", count, file);
    }

    private void writeModel() {
        try (Gan gan = weights.load(run)) {
            OnnxModel model = chosen(gan).write(file);
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%s after step %d, %s weights%s: %s%n%s, %.1f MB%n",
                            model.function(),
                            gan.steps(),
                            model.metadata().get("gan4j.weights"),
                            half ? ", 16 bits" : "",
                            model,
                            file,
                            model.size() / MEGABYTE);
        }
    }

    private OnnxExport chosen(Gan gan) {
        OnnxExport export = OnnxExport.of(gan).precision(half ? Precision.FLOAT16 : Precision.FLOAT32);
        export = export.noting(
                "gan4j.run", run.toAbsolutePath().normalize().getFileName().toString());
        export = function == null ? export : export.function(function);
        export = weights.latest() ? export.weights(Weights.LATEST) : export;
        for (String note : notes) {
            int end = note.indexOf('=');
            export = export.noting(note.substring(0, end), note.substring(end + 1));
        }
        return export;
    }

    private void requireNotes() {
        for (String note : notes) {
            if (note.indexOf('=') < 1 || note.startsWith("gan4j.")) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--note needs a key that does not start with gan4j., and a value, such as license=MIT, not "
                                + note);
            }
        }
    }
}
