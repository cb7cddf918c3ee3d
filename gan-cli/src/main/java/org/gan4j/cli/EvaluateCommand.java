package org.gan4j.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.apps.superresolution.Upscaler;
import org.gan4j.architectures.trunks.InceptionV3;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.dsl.DualityGap;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.EvaluationRequest;
import org.gan4j.dsl.inference.ExternalGenerator;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.run.EvaluatedCard;
import org.gan4j.dsl.run.EvaluationLog;
import org.gan4j.metrics.Evaluation;
import org.gan4j.metrics.images.PerceptualDistance;
import org.gan4j.metrics.images.PretrainedTrunk;
import org.gan4j.metrics.images.TrunkDistance;
import org.gan4j.report.ReportWriter;
import org.gan4j.tensor.engine.Session;
import org.gan4j.training.OutputDirectory;
import org.gan4j.training.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan evaluate}: measures the quality of a run's samples. */
@Command(
        name = "evaluate",
        description =
                "Compares samples of a trained GAN with its data, or with other data, by every metric that applies,"
                        + " beside other rows of the data and a trivial baseline. Appends a line to evaluations.jsonl in"
                        + " the run's folder; gan compare compares runs by it. A super-resolution run enlarges the"
                        + " photographs of --data instead, and compares each with the original, beside bicubic"
                        + " interpolation; the table is written to evaluations/. A generator that is an ONNX file, of"
                        + " any program, is compared with --data; the numbers are printed only.",
        footer = {
            "",
            "Examples:",
            "  ./gan evaluate runs/dcgan-001",
            "  ./gan evaluate runs/dcgan-001 --protocol standard --extractor classifier",
            "  ./gan evaluate runs/dcgan-001 --metric path-length --latest",
            "  ./gan evaluate runs/dcgan-001 --data held-out --size 28 --gray",
            "  ./gan evaluate runs/super-resolution-001 --data photos",
            "  ./gan evaluate generator.onnx --data fashion-mnist"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN|FILE",
            description =
                    "The folder of a run, as written by gan train, or a generator of latents alone as an ONNX file.")
    private Path folder;

    @Mixin
    private JudgesChoice judges;

    @Option(
            names = "--duality-gap",
            paramLabel = "STEPS",
            converter = Count.class,
            description = "Measure how much critic and generator each gain by this many further steps while the other"
                    + " stays as it is, and nothing else; 200 is usual.")
    private Integer updates;

    @Mixin
    private DataChoice data;

    @Mixin
    private LatentChoice latents;

    @Override
    public Integer call() {
        SampleRequest request = latents.of(SampleRequest.of(judges.count()));
        judges.requireKnown();
        if (ExternalGenerator.isFile(folder)) {
            return ofFile(request);
        }
        RunDirectory run = RunDirectory.open(folder);
        Optional<DataSource> heldOut = data.chosen(folder);
        if (updates != null) {
            requireUnused(
                    "the duality gap, which needs no metrics and chooses latents and weights itself",
                    List.of("--metric", "--extractor", "--all", "--seed", "--truncation", "--ema", "--latest"));
            spec.commandLine().getOut().print(DualityGap.of(folder, latents.step(), updates, judges.count(), heldOut));
            return 0;
        }
        try (Gan gan = latents.load(folder)) {
            if (gan.can(Upscaler.class) && heldOut.orElse(null) instanceof ImageFolder photographs) {
                return enlargements(gan, request, run, Path.of(photographs.path()));
            }
            EvaluationRequest asked = judges.of(EvaluationRequest.of(request), () -> DataSchema.of(gan.dataset()));
            Evaluation evaluation =
                    evaluation(gan::evaluate, heldOut.map(asked::data).orElse(asked));
            PrintWriter out = spec.commandLine().getOut();
            out.print(evaluation);
            out.printf(Locale.ROOT, "%nappended to %s%n", run.evaluations());
            new EvaluationLog(run.evaluations()).append(gan.steps(), evaluation);
            EvaluatedCard.refresh(run);
            ReportWriter.refresh(run);
        }
        return 0;
    }

    /** Compares samples of a generator that is a file with data. */
    private int ofFile(SampleRequest request) {
        if (!data.isChosen()) {
            throw new IllegalArgumentException("the file " + folder + " has no data to compare its samples with: name"
                    + " some with --data, such as --data fashion-mnist");
        }
        List<String> ofRuns = List.of("--duality-gap", "--step", "--ema", "--latest");
        try (ExternalGenerator generator = GeneratorFileChoice.open(folder, spec, ofRuns)) {
            DataSource source = data.chosen(generator.schema()).orElseThrow();
            EvaluationRequest asked = judges.of(EvaluationRequest.of(request).data(source), () -> schema(source));
            spec.commandLine().getOut().print(evaluation(generator::evaluate, asked));
        }
        return 0;
    }

    private static DataSchema schema(DataSource source) {
        try (Dataset opened = source.open()) {
            return DataSchema.of(opened);
        }
    }

    private Evaluation evaluation(Function<EvaluationRequest, Evaluation> evaluable, EvaluationRequest asked) {
        try (WorkProgress progress = WorkProgress.of(spec.commandLine().getErr())) {
            return evaluable.apply(asked.progress(progress));
        }
    }

    /** Measures enlargements of whole photographs, of any size. */
    private int enlargements(Gan gan, SampleRequest request, RunDirectory run, Path photographs) {
        requireUnused(
                "photographs, which are measured one by one as they are",
                List.of(
                        "--count",
                        "--protocol",
                        "--metric",
                        "--extractor",
                        "--all",
                        "--seed",
                        "--truncation",
                        "--size",
                        "--gray"));
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter warnings = spec.commandLine().getErr();
        OutputDirectory to = OutputDirectory.numbered(run.root().resolve("evaluations"), "photographs");
        Upscaler best = gan.as(Upscaler.class);
        EnlargementReport report =
                new EnlargementReport(request.weights().map(best::weights).orElse(best), to.path());
        Optional<PerceptualDistance> judge = judge(gan, warnings);
        try (Session session = gan.engine().open()) {
            Optional<TrunkDistance> perceptual = judge.map(each -> each.in(session));
            try {
                out.print(report.of(photographs, perceptual, warnings));
            } finally {
                perceptual.ifPresent(TrunkDistance::close);
            }
        } finally {
            to.deleteIfUnused();
        }
        out.printf(Locale.ROOT, "%nwritten to %s%n", to.path());
        return 0;
    }

    private void requireUnused(String what, List<String> options) {
        for (String option : options) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new IllegalArgumentException(option + " does not apply to " + what + ": remove it");
            }
        }
    }

    /** Returns the perceptual distance, by a network that has not taught this generator. */
    private static Optional<PerceptualDistance> judge(Gan gan, PrintWriter warnings) {
        PerceptualDistance embedded = PerceptualDistance.standard();
        if (Files.exists(Path.of(embedded.folder()).resolve(InceptionV3.FILE))) {
            return Optional.of(
                    new PerceptualDistance(PretrainedTrunk.INCEPTION_V3, List.of("mixed5"), embedded.folder()));
        }
        if (embedded.network()
                .filter(gan.spec().application().teachers()::contains)
                .isPresent()) {
            warnings.println("gan: the perceptual distance is left out, since this generator was trained with the"
                    + " features of MobileNetV2: scripts/data/fetch-perceptual-net gets another network");
            return Optional.empty();
        }
        return Optional.of(embedded);
    }
}
