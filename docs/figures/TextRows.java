import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Split;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.text.TextEncoder;
import org.gan4j.apps.texttoimage.TextConditional;
import org.gan4j.apps.texttoimage.TextToImage;
import org.gan4j.data.emoji.Emoji;
import org.gan4j.data.images.PngFiles;
import org.gan4j.dsl.Gan;
import org.gan4j.metrics.features.FeatureExtractor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Session;

/**
 * Measures images of the captions of emoji that were held out, for docs/applications/text-to-image.md:
 *
 * <pre>
 * java -cp "$(./gan classpath)" docs/figures/TextRows.java runs/text-to-image-001 build/texts
 * </pre>
 *
 * For each of the 205 captions, the nearest of ten candidates in MobileNetV2's features is to be the image that the caption
 * belongs to; the other nine are held-out images of other subgroups, drawn with seed 1. Chance is 10 %. Rows: the image of
 * the training caption whose vector is nearest; one generated image (seeds 1 to 5); the mean features of eight. It writes
 * eight images of each color and shape that were held out together, and one of each of the first 60 captions, below the
 * image that the caption belongs to.
 */
class TextRows {
    private static final int CANDIDATES = 10;
    private static final int SEEDS = 5;
    private static final int SHOWN = 60;
    private static final int COLUMNS = 15;
    private static final List<String> PAIRS =
            List.of("yellow heart", "black heart", "red circle", "purple circle", "green square", "white large square");

    private final Dataset test = Emoji.of(Split.TEST).open();
    private final int count = test.size();
    private final TensorData images =
            test.read(IntStream.range(0, count).toArray()).get(Field.IMAGE);
    private final int[] labels =
            test.read(IntStream.range(0, count).toArray()).get(Field.LABEL).toInts();
    private final List<String> captions =
            IntStream.range(0, count).mapToObj(i -> caption(test, i)).toList();
    private final FeatureExtractor features;
    private final float[][] targets;

    private TextRows(FeatureExtractor features) {
        this.features = features;
        this.targets = rows(images);
    }

    public static void main(String[] arguments) {
        try (Session session = Engines.preferred().open();
                FeatureExtractor features = FeatureExtractor.standard(session);
                Gan gan = Gan.load(Path.of(arguments[0]))) {
            new TextRows(features).measure(gan, arguments[1]);
        }
    }

    private void measure(Gan gan, String out) {
        TextEncoder encoder = ((TextConditional) gan.spec().application()).encoder();
        print("nearest training caption's image", right(rows(retrieved(encoder))::clone));
        TextToImage generator = gan.as(TextToImage.class);
        double[] shares = new double[SEEDS];
        for (int seed = 1; seed <= SEEDS; seed++) {
            int drawn = seed;
            TensorData made = TensorData.joined(IntStream.range(0, count)
                    .mapToObj(i -> generator.generate(captions.get(i), 1, drawn, Weights.EMA))
                    .toList());
            shares[seed - 1] = print("generated, seed " + seed, right(rows(made)::clone));
            if (seed == 1) {
                show(made, out + "-captions.png");
            }
        }
        print("generated, mean of the seeds", IntStream.range(0, SEEDS).mapToDouble(i -> shares[i]).average().orElseThrow());
        float[][] means = new float[count][];
        for (int i = 0; i < count; i++) {
            means[i] = mean(rows(generator.generate(captions.get(i), 8, 1, Weights.EMA)));
        }
        print("generated, mean features of 8", right(() -> means));
        PngFiles.writeGrid(
                Path.of(out + "-pairs.png"),
                TensorData.joined(PAIRS.stream().map(text -> generator.generate(text, 8, 1, Weights.EMA)).toList()),
                8);
    }

    private double print(String name, double share) {
        System.out.printf(Locale.ROOT, "%-36s %5.1f %%%n", name, 100 * share);
        return share;
    }

    private interface Features {
        float[][] get();
    }

    /** Returns the share of captions whose features are nearest to those of their own image. */
    private double right(Features made) {
        float[][] own = made.get();
        Random random = new Random(1);
        int right = 0;
        for (int i = 0; i < count; i++) {
            double best = distance(own[i], targets[i]);
            boolean nearest = true;
            List<Integer> others = new ArrayList<>();
            while (others.size() < CANDIDATES - 1) {
                int other = random.nextInt(count);
                if (labels[other] != labels[i] && !others.contains(other)) {
                    others.add(other);
                    nearest &= distance(own[i], targets[other]) > best;
                }
            }
            right += nearest ? 1 : 0;
        }
        return (double) right / count;
    }

    /** Returns, for each caption, the training image whose caption has the nearest vector. */
    private TensorData retrieved(TextEncoder encoder) {
        Dataset train = Emoji.embedded().withTags().open();
        List<String> known = train.captions();
        float[][] vectors = encoder.encode(known);
        float[][] wanted = encoder.encode(captions);
        int[] rowOf = new int[known.size()];
        int[] indices = train.read(IntStream.range(0, train.size()).toArray()).get(Field.CAPTION).toInts();
        for (int row = indices.length - 1; row >= 0; row--) {
            rowOf[indices[row]] = row;
        }
        return train.read(IntStream.range(0, count)
                        .map(i -> rowOf[nearest(wanted[i], vectors)])
                        .toArray())
                .get(Field.IMAGE);
    }

    private static int nearest(float[] vector, float[][] vectors) {
        int best = 0;
        for (int i = 1; i < vectors.length; i++) {
            if (distance(vector, vectors[i]) < distance(vector, vectors[best])) {
                best = i;
            }
        }
        return best;
    }

    private float[][] rows(TensorData all) {
        TensorData vectors = features.extract("images", all).vectors();
        int size = vectors.shape().dim(1);
        float[] values = vectors.toFloats();
        IntFunction<float[]> row = i -> java.util.Arrays.copyOfRange(values, i * size, (i + 1) * size);
        return IntStream.range(0, vectors.shape().dim(0)).mapToObj(row).toArray(float[][]::new);
    }

    private static float[] mean(float[][] rows) {
        float[] mean = new float[rows[0].length];
        for (float[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        return mean;
    }

    private static double distance(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.pow(one[i] - other[i], 2);
        }
        return sum;
    }

    private static String caption(Dataset data, int row) {
        return data.captions().get(data.read(row).get(Field.CAPTION).toInts()[0]);
    }

    private void show(TensorData made, String out) {
        List<TensorData> rows = new ArrayList<>();
        for (int i = 0; i < SHOWN; i += COLUMNS) {
            rows.add(images.rows(i, i + COLUMNS));
            rows.add(made.rows(i, i + COLUMNS));
        }
        PngFiles.writeGrid(Path.of(out), TensorData.joined(rows), COLUMNS);
        System.out.println(captions.subList(0, SHOWN));
    }
}
