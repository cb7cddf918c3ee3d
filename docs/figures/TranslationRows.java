import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Split;
import org.gan4j.api.inference.Weights;
import org.gan4j.apps.translation.Direction;
import org.gan4j.apps.translation.Pix2Pix;
import org.gan4j.apps.translation.Translator;
import org.gan4j.architectures.trunks.MobileNetV2;
import org.gan4j.data.edges.Edges;
import org.gan4j.data.emoji.Emoji;
import org.gan4j.data.folder.ColorMode;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.data.images.ImageGrid;
import org.gan4j.data.images.PngFiles;
import org.gan4j.dsl.Gan;
import org.gan4j.metrics.features.FeatureExtractor;
import org.gan4j.metrics.KernelDistance;
import org.gan4j.metrics.images.TrunkDistance;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Session;

/**
 * Measures translators on emoji that were held out, for docs/applications/pix2pix.md and cyclegan.md. Distances of pixels
 * are means of absolute differences in levels of 255.
 *
 * <pre>
 * java -cp "$(./gan classpath)" docs/figures/TranslationRows.java pairs runs/pix2pix-001 build/pairs.png
 * java -cp "$(./gan classpath)" docs/figures/TranslationRows.java cycle runs/cyclegan-001 data/emoji/test build/cycle.png
 * </pre>
 *
 * pairs: edges become images, beside the mean image and the image whose edges are nearest, both of the training data.
 * cycle: two styles of the same emoji, in both directions, beside copying and beside the generators before training. An
 * image is translated, rounded to 8 bits, made noisy with a deviation of 2 levels (seed 1), rounded, and translated back.
 */
class TranslationRows {
    private static final int SIDE = 32;
    private static final int SHOWN = 14;
    private static final double NOISE = 2;

    public static void main(String[] arguments) {
        try (Session session = Engines.preferred().open()) {
            if (arguments[0].equals("pairs")) {
                pairs(session, Path.of(arguments[1]), Path.of(arguments[2]));
            } else {
                cycle(session, Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
            }
        }
    }

    private static void pairs(Session session, Path run, Path out) {
        Map<String, TensorData> train = all(Edges.of(Emoji.embedded()));
        Map<String, TensorData> test = all(Edges.of(Emoji.of(Split.TEST)));
        TensorData sources = test.get(Pix2Pix.SOURCE);
        TensorData images = test.get(Field.IMAGE);
        int count = images.shape().dim(0);
        List<TensorData> columns = new ArrayList<>(List.of(repeated(sources)));
        try (TrunkDistance perceptual = new TrunkDistance(session, MobileNetV2.pretrained(), List.of());
                Gan gan = Gan.load(run)) {
            System.out.println("row                        L1      perceptual");
            TensorData mean = mean(train.get(Field.IMAGE), count);
            row("mean image", mean, images, perceptual);
            TensorData nearest = nearest(train, sources);
            row("nearest edges' image", nearest, images, perceptual);
            columns.add(mean);
            columns.add(nearest);
            for (Weights weights : Weights.values()) {
                Translator translator = gan.as(Translator.class).weights(weights);
                TensorData made = mapped(sources, translator::translate);
                row("pix2pix, " + weights, made, images, perceptual);
                if (weights == Weights.EMA) {
                    columns.add(made);
                }
            }
        }
        columns.add(images);
        write(out, columns);
    }

    private static void row(String name, TensorData made, TensorData images, TrunkDistance perceptual) {
        double distance = IntStream.range(0, images.shape().dim(0))
                .mapToDouble(i -> perceptual.of(single(images, i), single(made, i)))
                .average()
                .orElseThrow();
        System.out.printf(Locale.ROOT, "%-24s %7.2f %10.4f%n", name, levels(made, images), distance);
    }

    private static void cycle(Session session, Path run, Path folder, Path out) {
        TensorData a = all(new ImageFolder(folder.resolve("noto").toString(), SIDE, ColorMode.RGB)).get(Field.IMAGE);
        TensorData b = all(new ImageFolder(folder.resolve("twemoji").toString(), SIDE, ColorMode.RGB)).get(Field.IMAGE);
        FeatureExtractor features = FeatureExtractor.standard(session);
        System.out.println("row                          change  to the counterpart   there and back"
                + "   kernel distance to the set   nearer to the set");
        try (Gan trained = Gan.load(run);
                Gan untrained = Gan.of(trained.spec())) {
            List<TensorData> columns = new ArrayList<>();
            for (Direction direction : Direction.values()) {
                TensorData from = direction == Direction.A2B ? a : b;
                TensorData to = direction == Direction.A2B ? b : a;
                Style style = new Style(features, from, to);
                style.row(direction + " copied", image -> image, image -> image);
                Translator start = untrained.as(Translator.class).weights(Weights.LATEST);
                style.row(direction + " step 0", start.direction(direction)::translate, back(start, direction));
                for (Weights weights : Weights.values()) {
                    Translator last = trained.as(Translator.class).weights(weights);
                    TensorData made = style.row(
                            direction + " step " + trained.steps() + " " + weights,
                            last.direction(direction)::translate,
                            back(last, direction));
                    if (weights == Weights.EMA) {
                        columns.addAll(List.of(from, made));
                    }
                }
            }
            write(out, columns);
        }
        features.close();
    }

    private static UnaryOperator<BufferedImage> back(Translator translator, Direction direction) {
        return translator.direction(direction == Direction.A2B ? Direction.B2A : Direction.A2B)::translate;
    }

    private record Style(FeatureExtractor features, TensorData from, TensorData to) {
        TensorData row(String name, UnaryOperator<BufferedImage> there, UnaryOperator<BufferedImage> back) {
            TensorData made = mapped(from, there);
            TensorData returned = mapped(noisy(made), back);
            TensorData inputs = features.extract("inputs", from).vectors();
            TensorData outputs = features.extract("outputs", made).vectors();
            TensorData targets = features.extract("targets", to).vectors();
            double[] before = nearestDistances(inputs, targets);
            double[] after = nearestDistances(outputs, targets);
            long nearer = IntStream.range(0, before.length).filter(i -> after[i] < before[i]).count();
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %7.2f %11.2f %18.2f %26s %15d of %d%n",
                    name,
                    levels(made, from),
                    levels(made, to),
                    levels(returned, from),
                    new KernelDistance().measure(targets, outputs).values(),
                    nearer,
                    before.length);
            return made;
        }
    }

    /** Returns the distance of each row to its nearest among others. */
    private static double[] nearestDistances(TensorData rows, TensorData others) {
        int size = rows.shape().dim(1);
        float[] x = rows.toFloats();
        float[] y = others.toFloats();
        return IntStream.range(0, rows.shape().dim(0))
                .mapToDouble(i -> IntStream.range(0, others.shape().dim(0))
                        .mapToDouble(j -> IntStream.range(0, size)
                                .mapToDouble(k -> Math.pow(x[i * size + k] - y[j * size + k], 2))
                                .sum())
                        .min()
                        .orElseThrow())
                .toArray();
    }

    private static Map<String, TensorData> all(DataSource source) {
        try (Dataset data = source.open()) {
            return data.read(IntStream.range(0, data.size()).toArray());
        }
    }

    private static TensorData mapped(TensorData images, UnaryOperator<BufferedImage> mapping) {
        return TensorData.joined(IntStream.range(0, images.shape().dim(0))
                .mapToObj(i -> DataSource.of(List.of(mapping.apply(ImageGrid.single(images, i))))
                        .open()
                        .read(0)
                        .get(Field.IMAGE))
                .map(TranslationRows::repeated)
                .toList());
    }

    private static TensorData noisy(TensorData images) {
        Random random = new Random(1);
        float[] values = images.toFloats();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.max(-1, Math.min(1, values[i] + NOISE * random.nextGaussian() / 127.5));
        }
        return TensorData.of(values, images.shape());
    }

    private static TensorData mean(TensorData images, int count) {
        int size = images.shape().size() / images.shape().dim(0);
        float[] values = images.toFloats();
        float[] means = new float[size];
        for (int i = 0; i < values.length; i++) {
            means[i % size] += values[i] / images.shape().dim(0);
        }
        float[] all = new float[count * size];
        for (int i = 0; i < count; i++) {
            System.arraycopy(means, 0, all, i * size, size);
        }
        return TensorData.of(all, images.shape().with(0, count));
    }

    /** Returns, for each source, the training image whose source is nearest. */
    private static TensorData nearest(Map<String, TensorData> train, TensorData sources) {
        TensorData known = train.get(Pix2Pix.SOURCE);
        int size = known.shape().size() / known.shape().dim(0);
        float[] x = sources.toFloats();
        float[] y = known.toFloats();
        return TensorData.joined(IntStream.range(0, sources.shape().dim(0))
                .mapToObj(i -> {
                    double best = Double.MAX_VALUE;
                    int chosen = 0;
                    for (int j = 0; j < known.shape().dim(0); j++) {
                        double distance = 0;
                        for (int k = 0; k < size; k++) {
                            distance += Math.abs(x[i * size + k] - y[j * size + k]);
                        }
                        if (distance < best) {
                            best = distance;
                            chosen = j;
                        }
                    }
                    return train.get(Field.IMAGE).rows(chosen, chosen + 1);
                })
                .toList());
    }

    private static double levels(TensorData one, TensorData other) {
        float[] x = one.toFloats();
        float[] y = other.toFloats();
        return 127.5
                * IntStream.range(0, x.length).mapToDouble(i -> Math.abs(x[i] - y[i])).average().orElseThrow();
    }

    private static TensorData single(TensorData images, int i) {
        return TensorData.of(
                images.rows(i, i + 1).toFloats(), images.shape().without(0));
    }

    /** Returns gray images as three equal colors. */
    private static TensorData repeated(TensorData images) {
        Shape shape = images.shape();
        if (shape.dim(1) == 3) {
            return images;
        }
        int plane = shape.dim(2) * shape.dim(3);
        float[] gray = images.toFloats();
        float[] colors = new float[3 * gray.length];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = gray[i / (3 * plane) * plane + i % plane];
        }
        return TensorData.of(colors, shape.with(1, 3));
    }

    /** Writes the first images of each column, a row per column. */
    private static void write(Path out, List<TensorData> columns) {
        List<TensorData> rows = columns.stream().map(column -> column.rows(0, SHOWN)).toList();
        PngFiles.writeGrid(out, TensorData.joined(rows), SHOWN);
        System.out.println(Arrays.asList("written", out));
    }
}
