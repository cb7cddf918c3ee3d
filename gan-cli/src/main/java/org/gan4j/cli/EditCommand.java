package org.gan4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.editing.EditRequest;
import org.gan4j.dsl.editing.LatentArithmetic;
import org.gan4j.dsl.editing.LatentEdit;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.tensor.io.Npy;
import org.gan4j.training.OutputDirectory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan edit}: shows what a change of latents does to samples. */
@Command(
        name = "edit",
        description =
                "Moves the latents of samples, or of images that gan invert has found latents of, and writes what the"
                        + " generator makes of them: a row for each sample, a column for each strength.",
        footer = {
            "",
            "Examples:",
            "  ./gan edit runs/dcgan-001 --direction 1 --out first.png",
            "  ./gan edit runs/bigan-001 --toward Sneaker --count 4 --out sneakers.png",
            "  ./gan edit runs/bigan-001 --latents shoe-again.npy --direction 2 --strength 4 --out edited.png",
            "  ./gan edit runs/dcgan-001 --arithmetic 3,8,21-0,4,5+7,9,30 --out sum.png"
        })
final class EditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The folder of a run, as written by gan train.")
    private Path run;

    @ArgGroup(multiplicity = "1")
    private Change change;

    /** One change of latents. */
    private static final class Change {
        @Option(
                names = "--direction",
                paramLabel = "K",
                converter = Count.class,
                description = "Move along the K-th of the directions in which images change most, counted from 1.")
        private Integer direction;

        @Option(
                names = "--toward",
                paramLabel = "CLASS",
                description =
                        "Move toward a class of the data, by name or number: from the mean latents of other images to the"
                                + " mean of those of the class, as the run's encoder, or else a classifier of samples, knows them.")
        private String toward;

        @Option(
                names = "--arithmetic",
                paramLabel = "SUM",
                description =
                        "Add and subtract mean latents of samples, such as 3,8,21-0,4,5+7,9,30: the numbers of gan sample"
                                + " with the same seed, counted from 0. The images are the means, then the result.")
        private String arithmetic;
    }

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Count.class,
            defaultValue = "4",
            description = "The number of samples, the rows. Defaults to ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--label",
            paramLabel = "CLASS",
            description = "The class of the samples, by name or number; for conditional runs.")
    private String label;

    @Option(
            names = "--latents",
            paramLabel = "NAME.npy",
            description = "Edit these latents, as gan invert writes them, in place of random ones.")
    private Path given;

    @Option(
            names = "--strength",
            paramLabel = "S",
            defaultValue = "3",
            description =
                    "The largest strength: latents move by -S to S. Latents have a deviation of about 1. Defaults to"
                            + " ${DEFAULT-VALUE}.")
    private double strength;

    @Option(
            names = "--across",
            paramLabel = "N",
            converter = Count.class,
            defaultValue = "7",
            description = "The number of strengths, the columns. Defaults to ${DEFAULT-VALUE}.")
    private int across;

    @Mixin
    private LatentChoice latents;

    @Option(names = "--out", paramLabel = "NAME.png", required = true, description = "The grid of images.")
    private Path out;

    @Override
    public Integer call() {
        OutputDirectory.requireFile(out, "edited.png");
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new IllegalArgumentException("cannot write an image as " + out + ": pass a name that ends in .png");
        }
        if (given != null && !Files.isRegularFile(given)) {
            throw new IllegalArgumentException(
                    "there is no file " + given + ": gan invert writes latents, NAME.npy, beside its image");
        }
        try (Gan gan = latents.load(run)) {
            Samples samples = edited(gan);
            samples.saveGrid(out);
            spec.commandLine()
                    .getOut()
                    .printf(Locale.ROOT, "%d images after step %d: %s%n", samples.count(), gan.steps(), out);
        }
        return 0;
    }

    private Samples edited(Gan gan) {
        SampleRequest samples = latents.of(SampleRequest.of(count));
        EditRequest plain = EditRequest.of(edit(), label == null ? samples : samples.label(label))
                .strengths(strengths());
        EditRequest request = given == null ? plain : plain.latents(Npy.read(given));
        try (WorkProgress progress = WorkProgress.of(spec.commandLine().getErr())) {
            progress.working("the direction is found, then samples are generated");
            return gan.edit(request);
        }
    }

    private LatentEdit edit() {
        if (change.arithmetic != null) {
            return LatentArithmetic.parse(change.arithmetic);
        }
        return change.direction != null
                ? new LatentEdit.Along(change.direction - 1)
                : new LatentEdit.Toward(change.toward);
    }

    private double[] strengths() {
        if (across == 1) {
            return new double[] {strength};
        }
        return IntStream.range(0, across)
                .mapToDouble(i -> strength * (2.0 * i / (across - 1) - 1))
                .toArray();
    }
}
