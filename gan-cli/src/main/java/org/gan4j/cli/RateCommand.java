package org.gan4j.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Transform;
import org.gan4j.cli.rating.RatingFile;
import org.gan4j.cli.rating.RatingKey;
import org.gan4j.cli.rating.RatingKind;
import org.gan4j.cli.rating.RatingPage;
import org.gan4j.cli.rating.RatingStudy;
import org.gan4j.cli.rating.RatingSummary;
import org.gan4j.cli.rating.RealImages;
import org.gan4j.cli.rating.SampledRun;
import org.gan4j.cli.rating.SummaryReport;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.experiment.ComponentText;
import org.gan4j.tensor.io.AtomicFile;
import org.gan4j.training.OutputDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan rate}: has people rate the samples of runs, blind, and summarizes what they say. */
@Command(
        name = "rate",
        description =
                "Writes a page on which people rate samples of one or more runs, without knowing which is which or"
                        + " which is real. The key goes into a file next to the page. With --summarize, says what the"
                        + " ratings that the page saved mean.",
        footer = {
            "",
            "Examples:",
            "  ./gan rate runs/dcgan-001 runs/wgan-gp-001 --out study.html",
            "  ./gan rate runs/dcgan-001 --kind real-or-fake --count 50 --out study.html",
            "  ./gan rate runs/conditional-001 --kind relevance --out study.html",
            "  ./gan rate --summarize ratings-*.json"
        })
final class RateCommand implements Callable<Integer> {
    private static final int CONTROLS = 8;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", arity = "0..*", description = "The folders of runs, as written by gan train.")
    private List<Path> runs = new ArrayList<>();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "quality",
            description =
                    "The question: quality (1 to 5), real-or-fake, or relevance (how well a sample shows its class or"
                            + " its caption, 1 to 5). Defaults to ${DEFAULT-VALUE}.")
    private String kind;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "20",
            converter = Count.class,
            description = "The number of samples of each run. Defaults to ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--controls",
            paramLabel = "N",
            converter = NotNegative.class,
            description =
                    "The number of control pairs, which show who pays attention. Defaults to 8, or --count if that is"
                            + " less.")
    private Integer controls;

    @Option(names = "--keyboard", description = "The page is used by keyboard only, without buttons for the answers.")
    private boolean keyboard;

    @Mixin
    private DataChoice data;

    @Mixin
    private LatentChoice latents;

    @Option(names = "--out", paramLabel = "FILE", description = "The page, such as study.html; a new file.")
    private Path out;

    @Option(
            names = "--summarize",
            paramLabel = "RATINGS",
            arity = "1..*",
            description = "The files of ratings that the page saved, of all raters.")
    private List<Path> ratings = new ArrayList<>();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "The key of the study that is summarized. Defaults to the one in the folder of the ratings, or in"
                            + " the current folder.")
    private Path key;

    @Option(names = "--json", paramLabel = "FILE", description = "With --summarize, also write the numbers as JSON.")
    private Path json;

    @Override
    public Integer call() {
        if (!ratings.isEmpty()) {
            summarize();
        } else {
            write();
        }
        return 0;
    }

    private void summarize() {
        if (!runs.isEmpty() || out != null) {
            throw new IllegalArgumentException("--summarize needs files of ratings alone: remove the runs and --out");
        }
        if (json != null) {
            OutputDirectory.requireFile(json, "summary.json");
        }
        List<RatingFile> files = ratings.stream().map(RatingFile::read).toList();
        RatingKey found = key == null ? RatingKey.find(files.get(0).study(), folders()) : RatingKey.read(key);
        SummaryReport report = SummaryReport.of(RatingSummary.of(found, files));
        PrintWriter to = spec.commandLine().getOut();
        to.print(report.text());
        if (json != null) {
            AtomicFile.write(json, report.json());
            to.printf("%nwritten to %s%n", json);
        }
    }

    /** Returns the folders of the ratings, then the current one. */
    private List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        ratings.forEach(file -> folders.add(file.toAbsolutePath().getParent()));
        folders.add(Path.of("").toAbsolutePath());
        return folders.stream().distinct().toList();
    }

    private void write() {
        if (key != null || json != null) {
            throw new IllegalArgumentException(
                    "--key and --json belong to --summarize: name the files of ratings with it");
        }
        RatingKind asked = RatingKind.named(kind);
        Path keyFile = requireNewPage();
        RatingStudy study = study(asked);
        AtomicFile.write(keyFile, study.key().text());
        AtomicFile.write(out, new RatingPage(study, keyboard).html());
        PrintWriter to = spec.commandLine().getOut();
        to.printf(Locale.ROOT, "%d items of the study %s: %s%n", study.items().size(), study.id(), out);
        to.printf("keep the key from raters, --summarize needs it: %s%n", keyFile);
        to.printf("next: open the page, then ./gan rate --summarize ratings-%s-*.json%n", study.id());
    }

    private Path requireNewPage() {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is nothing to rate: name runs, such as runs/dcgan-001, or files of ratings with"
                            + " --summarize");
        }
        if (out == null || !out.toString().matches(".*\\.html?")) {
            throw new IllegalArgumentException(
                    "the page needs a name that ends in .html: pass one with --out, such as --out study.html");
        }
        OutputDirectory.requireFile(out, "study.html");
        Path keyFile = RatingKey.fileOf(out);
        for (Path file : List.of(out, keyFile)) {
            if (Files.exists(file)) {
                throw new IllegalArgumentException(
                        file + " exists, and ratings may depend on it: choose another name with --out, or remove it");
            }
        }
        return keyFile;
    }

    private RatingStudy study(RatingKind asked) {
        Optional<DataSource> other = data.chosen(runs.get(0));
        Set<Path> known = new HashSet<>();
        for (Path run : runs) {
            if (!known.add(run.toAbsolutePath().normalize())) {
                throw new IllegalArgumentException("the run " + run + " is named twice: name each run once");
            }
        }
        RealImages real = null;
        DataSource shared = null;
        long seed = 0;
        List<SampledRun> sampled = new ArrayList<>();
        for (Path run : runs) {
            try (Gan gan = latents.load(run)) {
                SampledRun.requireSamples(run.toString(), gan);
                if (real == null) {
                    seed = latents.seed().orElse(gan.spec().seed());
                    shared = gan.spec().data();
                    real = real(gan, other, asked, seed);
                } else if (other.isEmpty() && !gan.spec().data().equals(shared)) {
                    throw new IllegalArgumentException(runs.get(0) + " and " + run
                            + " were trained on different data: name the data of the real images with --data");
                }
                sampled.add(SampledRun.of(run.toString(), gan, real, asked, count, latents::of));
            }
        }
        return RatingStudy.of(asked, sampled, real, controls == null ? Math.min(CONTROLS, count) : controls, seed);
    }

    /** Draws as many real images as each run has samples; as all runs together if the question is what is real. */
    private RealImages real(Gan gan, Optional<DataSource> other, RatingKind asked, long seed) {
        int needed = asked == RatingKind.REAL_OR_FAKE ? count * runs.size() : count;
        List<Transform> filters = gan.spec().transforms().stream()
                .filter(transform -> !transform.isRandom())
                .toList();
        if (other.isEmpty()) {
            return RealImages.of(gan.dataset(), ComponentText.of(gan.spec().data()), filters, needed, seed);
        }
        try (Dataset opened = other.get().open()) {
            return RealImages.of(opened, ComponentText.of(other.get()), filters, needed, seed);
        }
    }
}
