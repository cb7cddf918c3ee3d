package org.gan4j.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.cli.detection.DetectionReport;
import org.gan4j.cli.detection.ImagesToJudge;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.experiment.ComponentText;
import org.gan4j.dsl.inference.ComparedRows;
import org.gan4j.dsl.inference.SampleRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan detect}: tells a generator's samples from real images. */
@Command(
        name = "detect",
        description =
                "Tells the samples of a trained GAN from real images: by its critic, and by a linear classifier of"
                        + " features that is trained on the spot. It states how often both are right on images that they were"
                        + " not calibrated on. It detects the samples of this generator, not generated images in general.",
        footer = {
            "",
            "Examples:",
            "  ./gan detect runs/dcgan-001 images",
            "  ./gan detect runs/dcgan-001 image.png --count 2000 --json",
            "  ./gan detect runs/photos-001 images --held-out held-out-photos"
        })
final class DetectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a run, as written by gan train.")
    private Path run;

    @Parameters(
            index = "1",
            paramLabel = "IMAGES",
            description =
                    "A PNG, JPEG, GIF, BMP, WebP or TIFF file, or a folder of such files, in the size of the samples.")
    private Path path;

    @Mixin
    private HeldOutChoice heldOutData;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1000",
            converter = Count.class,
            description =
                    "The number of samples, and of real images at most: half of both calibrate, the others measure."
                            + " Defaults to ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--extractor",
            paramLabel = "NAME",
            description = "Judge by the features of this extractor, see gan list extractors, perhaps with settings."
                    + " Defaults to mobilenet-v2.")
    private String extractor;

    @Mixin
    private LatentChoice latents;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try (Gan gan = latents.load(run)) {
            ComparedRun compared = ComparedRun.of(gan);
            Field form = compared.comparison().with();
            if (!form.isImage()) {
                throw new IllegalArgumentException("this GAN generates the field " + form.name() + ", " + form.dtype()
                        + " " + form.shape() + ", and images are detected: choose a run that generates images");
            }
            ImagesToJudge images = ImagesToJudge.in(path, form);
            images.leftOut().forEach(each -> spec.commandLine()
                    .getErr()
                    .println("gan: " + each.what() + " is left out: it " + each.why()));
            DetectionReport report = report(compared, images);
            spec.commandLine().getOut().print(json ? report.json() : report.text());
        }
        return 0;
    }

    private DetectionReport report(ComparedRun compared, ImagesToJudge images) {
        SampleRequest request = compared.decided(latents.of(SampleRequest.of(count)));
        Optional<DataSource> source =
                heldOutData.chosen(compared.gan(), compared.training().schema());
        try (ComparedRows rows = compared.rows(extractor)) {
            if (source.isEmpty()) {
                DetectionStudy.Real real = new DetectionStudy.Real(
                        compared.training(),
                        compared.gan().dataset().size(),
                        ComponentText.of(compared.gan().spec().data()) + ", trained on");
                return new DetectionStudy(compared, rows, request, real).report(images, true);
            }
            try (Dataset opened = source.get().open()) {
                DetectionStudy.Real real = new DetectionStudy.Real(
                        compared.other(source.get(), opened),
                        opened.size(),
                        ComponentText.of(source.get()) + ", held out");
                return new DetectionStudy(compared, rows, request, real).report(images, false);
            }
        }
    }
}
