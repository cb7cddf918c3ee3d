package org.gan4j.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.gan4j.api.inference.Weights;
import org.gan4j.apps.refinement.Refiner;
import org.gan4j.dsl.Gan;
import org.gan4j.provenance.Imprint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan refine}: makes synthetic images look real, and carries their labels over. */
@Command(
        name = "refine",
        description =
                "Makes synthetic images look real with a trained refiner, and carries their labels over: sub-folders"
                        + " stay, and annotation files are copied. Images keep their size, which may be any.",
        footer = {
            "",
            "Examples:",
            "  ./gan refine runs/simgan-001 rendered refined",
            "  ./gan refine runs/simgan-001 refined --count 1000",
            "  ./gan refine runs/simgan-001 refined --count 1000 --unrefined drawn"
        })
final class RefineCommand implements Callable<Integer> {
    private static final int WITH_FOLDER = 3;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN [FOLDER] OUT",
            hideParamSyntax = true,
            arity = "0..*",
            description = "RUN: the folder of a run, as written by gan train. FOLDER: a folder of PNG, JPEG, GIF, BMP,"
                    + " WebP or TIFF images; without it, --count images of the run's own synthetic data are refined. OUT: a new"
                    + " or empty folder, which gets PNG files of the same names.")
    private List<Path> paths = List.of();

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Count.class,
            description = "Without FOLDER: refine the first N of the run's own synthetic images. Their labels become"
                    + " sub-folders.")
    private Integer count;

    @Option(
            names = "--unrefined",
            paramLabel = "DIR",
            description = "With --count: also write the synthetic images as they are to this new or empty folder, under"
                    + " the same names.")
    private Path unrefined;

    @Mixin
    private WeightsChoice weights;

    @Mixin
    private WatermarkChoice watermark;

    @Override
    public Integer call() {
        requirePaths();
        Path run = paths.get(0);
        Path out = paths.get(paths.size() - 1);
        Optional<RefinedFolder> folder =
                paths.size() == WITH_FOLDER ? Optional.of(RefinedFolder.of(paths.get(1), out)) : Optional.empty();
        if (folder.isEmpty()) {
            SyntheticImages.requireOutput(out, unrefined);
        }
        try (Gan gan = weights.load(run)) {
            if (!gan.can(Refiner.class)) {
                throw new IllegalArgumentException(
                        "this run's application is " + gan.spec().application().name() + "; gan refine needs simgan");
            }
            Imprint imprint = watermark.imprint(gan, weights.latest());
            Refiner best = gan.as(Refiner.class);
            Refiner refiner = weights.latest() ? best.weights(Weights.LATEST) : best;
            Consumer<String> warnings = sentence -> spec.commandLine().getErr().println("gan: " + sentence);
            if (folder.isPresent()) {
                int done = folder.get().refine(refiner, imprint, warnings);
                watermark.warn(warnings);
                report(gan, done, folder.get().annotations().size(), out);
                return done == folder.get().images().size() ? 0 : Failures.FAILED;
            }
            SyntheticImages.of(gan.dataset(), count).write(refiner, out, imprint, Optional.ofNullable(unrefined));
            watermark.warn(warnings);
            report(gan, count, 0, out);
            return 0;
        }
    }

    private void report(Gan gan, int images, int annotations, Path out) {
        PrintWriter to = spec.commandLine().getOut();
        String copied = annotations == 0 ? "" : ", and " + counted(annotations, "annotation file") + " copied";
        to.printf(
                Locale.ROOT,
                "%s refined by %s after step %d%s: %s%n",
                counted(images, "image"),
                paths.get(0),
                gan.steps(),
                copied,
                out);
    }

    static String counted(int number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }

    private void requirePaths() {
        if (paths.size() < 2 || paths.size() > WITH_FOLDER) {
            throw wrong("give the folder of a run, the folder of images to refine, and the folder to write, or --count"
                    + " and no images, not " + counted(paths.size(), "path"));
        }
        if (paths.size() == WITH_FOLDER && count != null) {
            throw wrong("--count refines the run's own synthetic images: leave it out, or " + paths.get(1));
        }
        if (paths.size() == 2 && count == null) {
            throw wrong(
                    Files.exists(paths.get(0).resolve("experiment.yaml"))
                            ? "give the folder of images to refine and the folder to write, or add --count, such as"
                                    + " --count 100, to refine the run's own synthetic images"
                            : paths.get(0) + " is no run: give the folder of a run first, such as runs/simgan-001");
        }
        if (unrefined != null && count == null) {
            throw wrong("--unrefined writes the run's own synthetic images: add --count, or leave it out");
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
