package org.gan4j.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Transform;
import org.gan4j.api.inference.Classifier;
import org.gan4j.api.inference.Weights;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.experiment.ComponentText;
import org.gan4j.dsl.inference.RescaledDataset;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;
import org.gan4j.training.OutputDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan classify}: predicts the classes of samples, and reports the accuracy. */
@Command(
        name = "classify",
        description =
                "Classifies samples with a trained GAN whose application is semi-supervised, or conditional with kind"
                        + " auxiliary. If the data have labels, reports the accuracy.",
        footer = {
            "",
            "Examples:",
            "  ./gan classify runs/semi-supervised-001 --data fashion/train-images-idx3-ubyte.gz --ema",
            "  ./gan classify runs/semi-supervised-001 --data photos --out classes.csv"
        })
final class ClassifyCommand implements Callable<Integer> {
    /** The number of samples that are in memory at a time. */
    private static final int PART = 1024;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The folder of a run, as written by gan train.")
    private Path run;

    @Mixin
    private DataChoice data;

    @Option(names = "--ema", description = "Use the moving average of the critic's weights.")
    private boolean ema;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Also write a CSV file, one line per sample: its number, class and that class's probability.")
    private Path out;

    @Override
    public Integer call() {
        DataSource source = data.chosen(run)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there are no samples to classify: name them with --data, such as --data photos"));
        requireWritable();
        try (Gan gan = Gan.load(run)) {
            if (!gan.can(Classifier.class)) {
                throw new IllegalArgumentException("this GAN cannot classify: its application is "
                        + gan.spec().application().name() + "; train one with the application semi-supervised, or"
                        + " conditional with kind auxiliary");
            }
            try (Dataset opened = source.open()) {
                Dataset samples = RescaledDataset.of(opened, ComponentText.of(source), gan.schema());
                Classified classified = classified(gan, samples);
                spec.commandLine().getOut().printf(Locale.ROOT, "after step %d: %s", gan.steps(), classified.report());
                if (out != null) {
                    classified.write(out);
                    spec.commandLine().getOut().printf("one line per sample: %s%n", out);
                }
            }
        }
        return 0;
    }

    private void requireWritable() {
        if (out == null) {
            return;
        }
        OutputDirectory.requireFile(out, "classes.csv");
    }

    private Classified classified(Gan gan, Dataset samples) {
        Classifier classifying = gan.as(Classifier.class);
        Classified classified = Classified.by(classifying.labels(), samples);
        List<Transform> filters = gan.spec().transforms().stream()
                .filter(transform -> !transform.isRandom())
                .toList();
        for (int from = 0; from < samples.size(); from += PART) {
            int[] rows =
                    IntStream.range(from, Math.min(from + PART, samples.size())).toArray();
            Map<String, TensorData> part = samples.read(rows);
            TensorData images = part.get(Field.IMAGE);
            for (Transform filter : filters) { // the critic was trained on filtered images
                images = filter.apply(images, new Philox(gan.spec().seed(), "classification", 0));
            }
            classified.add(
                    classifying.probabilities(images, ema ? Weights.EMA : Weights.LATEST), part.get(Field.LABEL));
        }
        return classified;
    }
}
