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
import org.gan4j.training.OutputDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan export}: writes what a GAN computes for other programs. */
@Command(
        name = "export",
        description =
                "Writes what a GAN computes, usually its generator, as a file of ONNX, which ONNX Runtime and other"
                        + " programs compute without Gan4J. The number of rows stays open; so do the height and the width of"
                        + " images that are enlarged, translated or refined.",
        footer = {
            "",
            "Examples:",
            "  ./gan export runs/dcgan-001 generator.onnx",
            "  ./gan export runs/dcgan-001 critic.onnx --function critic",
            "  ./gan export runs/dcgan-001 small.onnx --fp16 --note license=MIT"
        })
final class ExportCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1e6;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a run, as written by gan train.")
    private Path run;

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "The file to write or replace, whose name ends in .onnx.")
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
        OnnxModel.requireName(file);
        OutputDirectory.requireNoFileAbove(file);
        requireNotes();
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
        return 0;
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
