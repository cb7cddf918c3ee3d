package org.gan4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.editing.EditRequest;
import org.gan4j.dsl.editing.LatentArithmetic;
import org.gan4j.dsl.editing.LatentEdit;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.tensor.io.Npy;
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
    private static final int ROWS = 4;
    private static final int COLUMNS = 7;
    private static final double STRENGTH = 3;

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
            description = "The number of samples, the rows. Defaults to 4.")
    private Integer count;

    @Option(
            names = "--label",
            paramLabel = "CLASS",
            description = "The class of the samples, by name or number; for conditional runs.")
    private String label;

    @Option(
            names = "--tags",
            paramLabel = "TAGS",
            description = "The tags of all samples, with commas between, such as \"smile, -hat\"; for runs with tags.")
    private String tags;

    @Option(
            names = "--latents",
            paramLabel = "NAME.npy",
            description = "Edit these latents, as gan invert writes them, in place of random ones.")
    private Path given;

    @Option(
            names = "--strength",
            paramLabel = "S",
            description =
                    "The largest strength: latents move by -S to S. Latents have a deviation of about 1. Defaults to 3.")
    private Double strength;

    @Option(
            names = "--across",
            paramLabel = "N",
            converter = Count.class,
            description = "The number of strengths, the columns. Defaults to 7.")
    private Integer across;

    @Mixin
    private LatentChoice latents;

    @Option(names = "--out", paramLabel = "NAME.png", required = true, description = "The grid of images.")
    private Path out;

    @Override
    public Integer call() {
        PngFile.require(out, "edited.png");
        requireUsed();
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

    /** Requires that the options that were given have an effect together. */
    private void requireUsed() {
        Map<String, Object> unused = new LinkedHashMap<>();
        String why = "--latents gives the latents";
        if (change.arithmetic != null) {
            why = "--arithmetic names its samples, and moves along no direction";
            unused.put("--latents", given);
            unused.put("--count", count);
            unused.put("--strength", strength);
            unused.put("--across", across);
        } else if (given != null) {
            unused.put("--count", count);
            unused.put("--seed", latents.seed().isPresent() ? latents.seed() : null);
        }
        unused.values().removeIf(Objects::isNull);
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException(why + ", so it has no use for " + String.join(", ", unused.keySet())
                    + ": leave " + (unused.size() == 1 ? "it" : "them") + " out");
        }
    }

    private Samples edited(Gan gan) {
        SampleRequest plainSamples = latents.of(SampleRequest.of(count == null ? ROWS : count));
        SampleRequest tagged = tags == null ? plainSamples : plainSamples.tags(tags);
        EditRequest plain = EditRequest.of(edit(), label == null ? tagged : tagged.label(label))
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
        double most = strength == null ? STRENGTH : strength;
        int columns = across == null ? COLUMNS : across;
        if (columns == 1) {
            return new double[] {most};
        }
        return IntStream.range(0, columns)
                .mapToDouble(i -> most * (2.0 * i / (columns - 1) - 1))
                .toArray();
    }
}
