///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DEPS org.gan4j:gan-dsl:0.1.0-SNAPSHOT
//DEPS org.gan4j:gan-apps:0.1.0-SNAPSHOT
//DEPS org.gan4j:gan-nd4j:0.1.0-SNAPSHOT

import static org.gan4j.api.training.TrainingLength.steps;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.inference.Classifier;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.optim.Adam;
import org.gan4j.apps.semisupervised.SemiSupervised;
import org.gan4j.apps.semisupervised.SemiSupervision;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.data.DataSources;
import org.gan4j.data.FashionMnist;
import org.gan4j.data.PartlyLabeled;
import org.gan4j.dsl.Gan;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.TensorData;

/**
 * The benefit of unlabeled samples to a classifier: the table in docs/applications.md. The program trains the recipe
 * semi-supervised, or the same classifier on the labels alone. It prints the accuracy on test images during training,
 * with the latest weights and with their EMA.
 *
 * <pre>
 * java -cp "$(./gan classpath)" examples/FewLabels.java fashion/train-images-idx3-ubyte.gz FEATURE_MATCHING 1 3000 500
 * </pre>
 *
 * The arguments: the test images, the kind, the seed, the number of steps, and the number of steps between two lines.
 */
public class FewLabels {
    private static final int PART = 1000;

    public static void main(String[] args) {
        SemiSupervision kind = SemiSupervision.valueOf(args[1]);
        long seed = Long.parseLong(args[2]);
        int all = Integer.parseInt(args[3]);
        int every = Integer.parseInt(args[4]);
        try (Gan gan = Gan.builder()
                        .generator(Mlp.generator().layers(2).width(256).normalization(Normalization.BATCH))
                        .critic(Mlp.noisyCritic())
                        .loss(LossPresets.NON_SATURATING)
                        .data(PartlyLabeled.of(FashionMnist.embedded(), 100).seed(seed))
                        .application(new SemiSupervised(kind))
                        .optimizer(Adam.of(3e-3, 0.5, 0.999))
                        .batchSize(200)
                        .seed(seed)
                        .build();
                Dataset test = DataSources.at(Path.of(args[0]), 0, false).open()) {
            while (gan.steps() < all) {
                gan.train(steps(every));
                System.out.printf(
                        Locale.ROOT,
                        "%s seed %d step %d: %.2f %%, moving average %.2f %%%n",
                        kind,
                        seed,
                        gan.steps(),
                        accuracy(gan, test, Weights.LATEST),
                        accuracy(gan, test, Weights.EMA));
            }
        }
    }

    private static double accuracy(Gan gan, Dataset test, Weights weights) {
        Classifier classifier = gan.as(Classifier.class);
        long correct = 0;
        for (int from = 0; from < test.size(); from += PART) {
            int[] rows = IntStream.range(from, Math.min(from + PART, test.size())).toArray();
            Map<String, TensorData> part = test.read(rows);
            int[] classes = classifier.classes(part.get("image"), weights);
            int[] labels = part.get("label").toInts();
            correct += IntStream.range(0, rows.length)
                    .filter(i -> classes[i] == labels[i])
                    .count();
        }
        return 100.0 * correct / test.size();
    }
}
