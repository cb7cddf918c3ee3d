package org.gan4j.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.TagSampler;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.ClassShares;
import org.gan4j.dsl.inference.ExternalGenerator;
import org.gan4j.dsl.inference.LatentWalk;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.dsl.inference.StyleGrid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan sample}: generates samples with a trained GAN. */
@Command(
        name = "sample",
        description =
                "Generates samples with a trained GAN, from the latest checkpoint of its run, or with a generator that is"
                        + " an ONNX file.",
        footer = {
            "",
            "Examples:",
            "  ./gan sample runs/dcgan-001 --count 16 --out grid.png",
            "  ./gan sample runs/dcgan-001 --count 1000 --seed 7 --out samples.npy",
            "  ./gan sample runs/dcgan-001 --count 100 --out images",
            "  ./gan sample runs/conditional-001 --label trouser --out trousers.png",
            "  ./gan sample runs/anime-001 --tags \"blonde hair, smile\" --out smiles.png",
            "  ./gan sample runs/conditional-001 --shares Bag=0.8,Sneaker=0.2 --out mix.png",
            "  ./gan sample runs/dcgan-001 --count 5 --interpolate 9 --out ways.png",
            "  ./gan sample runs/dcgan-001 --walk 60 --out walk.gif",
            "  ./gan sample runs/stylegan-001 --mix --out mix.png",
            "  ./gan sample generator.onnx --count 16 --out grid.png"
        })
final class SampleCommand implements Callable<Integer> {
    private static final int STANDARD = 16;
    private static final int MIXED = 6;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN|FILE",
            description =
                    "The folder of a run, as written by gan train, or a generator of latents alone as an ONNX file.")
    private Path run;

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Count.class,
            description =
                    "The number of samples. Defaults to 16; for a walk, to one for 12 frames; for mixed styles, to 6.")
    private Integer count;

    @Option(
            names = "--label",
            paramLabel = "CLASS",
            description = "Generate samples of this class only, given by name or number; for conditional runs.")
    private String label;

    @Option(
            names = "--tags",
            paramLabel = "TAGS",
            description =
                    "Generate samples with these tags, with commas between, such as \"smile, -hat\", where a hyphen"
                            + " asks for samples without the tag; for runs with tags.")
    private String tags;

    @Option(
            names = "--shares",
            paramLabel = "SHARES",
            description =
                    "Generate samples of these shares of classes, such as Bag=0.5,Sneaker=0.5, by name or number, one"
                            + " class after the other. A run without classes, but of labeled data, generates until a classifier"
                            + " has found enough of each.")
    private String shares;

    @Mixin
    private LatentChoice latents;

    @Mixin
    private WatermarkChoice watermark;

    @Option(
            names = "--interpolate",
            paramLabel = "N",
            converter = Count.class,
            description = "Generate --count rows of N images; each row interpolates from one sample to another.")
    private Integer interpolate;

    @Option(
            names = "--walk",
            paramLabel = "N",
            converter = Count.class,
            description =
                    "Generate N images of a closed walk through the latents, from each of --count samples to the next and"
                            + " back to the first; NAME.gif shows it.")
    private Integer walk;

    @Option(
            names = "--mix",
            description =
                    "Generate a grid of mixed styles; for runs of the application style. The first row has --count samples,"
                            + " the first column others. Each sample has the styles of its row, but the coarse (first third), middle or"
                            + " fine (last third) ones of its column.")
    private boolean mix;

    @Option(
            names = "--out",
            paramLabel = "OUT",
            required = true,
            description =
                    "NAME.png: a grid of all samples. NAME.gif: an animation of a walk. NAME.npy: a NumPy float32 array, N x C x H x W in [-1, 1] for "
                            + "images, in the units of the data for vectors. NAME.csv: vectors, one per line. Otherwise a new or empty folder, one image per sample.")
    private Path out;

    @Override
    public Integer call() {
        SampleFormat format = SampleFormat.of(out, walk != null);
        watermark.requireImages(
                format.isImages(), out + (format == SampleFormat.ANIMATION ? " is none that keeps it" : " is none"));
        if (mix && format != SampleFormat.GRID) {
            throw new IllegalArgumentException(
                    "mixed styles are a grid of images: pass a name that ends in .png as --out");
        }
        SampleRequest request = request();
        if (ExternalGenerator.isFile(run)) {
            return ofFile(request, format);
        }
        try (Gan gan = latents.load(run)) {
            if (tags != null && !gan.can(TagSampler.class)) {
                throw new IllegalArgumentException("--tags needs a run with tags, and that of " + run
                        + " has none: train one with the application tagged, or remove the option");
            }
            format.requireFor(gan, shown(request));
            watermark.applyTo(gan);
            Samples samples = samples(gan, request);
            request.shares().filter(wished -> !wished.sumsToOne()).ifPresent(this::warn);
            format.write(samples, out);
            watermark.warn(sentence -> spec.commandLine().getErr().println("gan: " + sentence));
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%d %s after step %d: %s%n",
                            mix ? samples.count() - 1 : samples.count(), // without the empty corner
                            samples.count() == 1 ? "sample" : "samples",
                            gan.steps(),
                            out);
            printClasses(samples);
        }
        return 0;
    }

    private int ofFile(SampleRequest request, SampleFormat format) {
        List<String> ofRuns = List.of("--label", "--tags", "--shares", "--mix", "--step", "--ema", "--latest");
        try (ExternalGenerator generator = GeneratorFileChoice.open(run, spec, ofRuns)) {
            format.requireFor(generator.sampler().sample(), shown(request));
            Samples samples = watermark.appliedTo(
                    walk == null ? generator.sample(request) : generator.sample(new LatentWalk(request, walk)));
            format.write(samples, out);
            watermark.warn(sentence -> spec.commandLine().getErr().println("gan: " + sentence));
            String kind = samples.count() == 1 ? "sample" : "samples";
            spec.commandLine().getOut().printf(Locale.ROOT, "%d %s of %s: %s%n", samples.count(), kind, run, out);
        }
        return 0;
    }

    private SampleRequest request() {
        if (walk != null && interpolate != null) {
            throw new IllegalArgumentException(
                    "--walk and --interpolate lead through the latents in two ways: leave out" + " one of the two");
        }
        if (walk != null && mix) {
            throw new IllegalArgumentException("a walk is no grid of mixed styles: leave out --walk or --mix");
        }
        int standard = mix ? MIXED : walk == null ? STANDARD : LatentWalk.keysFor(walk);
        int many = count == null ? standard : count;
        SampleRequest plain =
                interpolate == null ? SampleRequest.of(many) : SampleRequest.interpolations(many, interpolate);
        if (label != null && tags != null) {
            throw new IllegalArgumentException("samples have either a class or tags: leave out --label or --tags");
        }
        SampleRequest ofTags = tags == null ? plain : plain.tags(tags);
        SampleRequest ofLabel = label == null ? ofTags : ofTags.label(label);
        if (shares == null) {
            return latents.of(ofLabel);
        }
        return latents.of(ofLabel.shares(ClassShares.parse(shares)));
    }

    /** Returns a request for as many samples as are written. */
    private SampleRequest shown(SampleRequest request) {
        return walk == null ? request : request.count(walk);
    }

    private Samples samples(Gan gan, SampleRequest request) {
        if (walk != null) {
            return gan.sample(new LatentWalk(request, walk));
        }
        if (mix) {
            return gan.sample(StyleGrid.of(request));
        }
        if (request.shares().isEmpty() || gan.can(ConditionalSampler.class)) {
            return gan.sample(request);
        }
        try (WorkProgress progress = WorkProgress.of(spec.commandLine().getErr())) {
            progress.working(
                    "a classifier learns from the data, then samples are drawn until there are enough of each class");
            return gan.sample(request);
        }
    }

    private void warn(ClassShares wished) {
        spec.commandLine()
                .getErr()
                .printf(Locale.ROOT, "gan: the shares sum to %.4g, so each was divided by it%n", wished.sum());
    }

    private static String places(int from, int count) {
        return switch (count) {
            case 0 -> "";
            case 1 -> ", sample " + from;
            default -> ", samples " + from + " to " + (from + count - 1);
        };
    }

    /** Prints how many samples are of each class, and which. */
    private void printClasses(Samples samples) {
        int from = 0;
        for (Map.Entry<String, Integer> each : samples.classes().entrySet()) {
            int count = each.getValue();
            spec.commandLine().getOut().printf(Locale.ROOT, "  %s: %d%s%n", each.getKey(), count, places(from, count));
            from += count;
        }
    }
}
