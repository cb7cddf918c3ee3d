import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.inference.Evaluator;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.metrics.privacy.NearestRows;
import org.gan4j.metrics.privacy.PrivacyMeasures;
import org.gan4j.metrics.privacy.PrivacySets;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engines;

/**
 * Measures what each metric notices, for docs/metrics.md: 1,000 images of Fashion-MNIST that are made to fail in one way,
 * compared with 1,000 others. A failure is noticed by a number that leaves the range of images that do not fail: by more than
 * four standard deviations of eight disjoint sets of 1,000. Seed 1 draws all.
 *
 * <pre>
 * java -cp "$(./gan classpath)" docs/figures/FailureRows.java
 * </pre>
 */
class FailureRows {
    private static final int COUNT = 1000;
    private static final int SETS = 8;
    private static final double NOTICED = 4;
    private static final int SIDE = 28;
    private static final int CLASSES = 10;

    /** Samples, and the classes that were asked for. */
    private record Samples(float[][] images, int[] labels) {
        TensorData tensor() {
            float[] all = new float[images.length * SIDE * SIDE];
            for (int i = 0; i < images.length; i++) {
                System.arraycopy(images[i], 0, all, i * SIDE * SIDE, SIDE * SIDE);
            }
            return TensorData.of(all, Shape.of(images.length, 1, SIDE, SIDE));
        }

        Optional<TensorData> classes() {
            return Optional.of(TensorData.of(labels, Shape.of(labels.length)));
        }
    }

    /** The rows from an index on, which the classifier learns from. */
    private record Learning(Dataset data, int from) implements LearningData {
        @Override
        public Field field() {
            return data.field(Field.IMAGE);
        }

        @Override
        public List<String> classes() {
            return data.classes();
        }

        @Override
        public int size() {
            return data.size() - from;
        }

        @Override
        public TensorData samples(int... rows) {
            return data.read(shifted(rows)).get(Field.IMAGE);
        }

        @Override
        public Optional<TensorData> labels(int... rows) {
            return Optional.of(data.read(shifted(rows)).get(Field.LABEL));
        }

        private int[] shifted(int[] rows) {
            return Arrays.stream(rows).map(row -> row + from).toArray();
        }
    }

    public static void main(String[] arguments) {
        try (Dataset data = FashionMnist.embedded().open()) {
            new FailureRows(data).run();
        }
    }

    private final Dataset data;
    private final List<Metric> metrics = Evaluator.known(ComponentRegistry.onClassPath()).stream()
            .filter(metric -> !metric.name().equals("path-length"))
            .toList();

    private FailureRows(Dataset data) {
        this.data = data;
    }

    private void run() {
        Samples real = rows(0, COUNT);
        Samples heldOut = rows(COUNT, COUNT);
        Map<String, Samples> failures = failures(real);
        try (Judge judge = new Judge(real, heldOut)) {
            List<Map<String, Double>> fine = new ArrayList<>();
            for (int set = 0; set < SETS; set++) {
                fine.add(judge.of(rows((2 + set) * COUNT, COUNT)));
                System.err.println("set " + set);
            }
            Map<String, Map<String, Double>> columns = new LinkedHashMap<>();
            failures.forEach((name, samples) -> {
                columns.put(name, judge.of(samples));
                System.err.println(name);
            });
            print(fine, columns);
        }
    }

    private Samples rows(int from, int count) {
        int[] indices = IntStream.range(from, from + count).toArray();
        Map<String, TensorData> read = data.read(indices);
        float[] values = read.get(Field.IMAGE).toFloats();
        float[][] images = IntStream.range(0, count)
                .mapToObj(i -> Arrays.copyOfRange(values, i * SIDE * SIDE, (i + 1) * SIDE * SIDE))
                .toArray(float[][]::new);
        return new Samples(images, read.get(Field.LABEL).toInts());
    }

    /** Returns samples that fail in one way, and are otherwise like other data. */
    private Map<String, Samples> failures(Samples real) {
        Samples other = rows(2 * COUNT, COUNT);
        Samples more = rows(2 * COUNT, SETS * COUNT);
        Map<String, Samples> all = new LinkedHashMap<>();
        all.put("five classes", chosen(more, i -> more.labels[i] < CLASSES / 2));
        all.put("one class in ten as often", chosen(more, i -> more.labels[i] != 0 || i % 10 == 0));
        all.put("50 images repeated", picked(other, i -> i % 50));
        all.put("one image repeated", picked(other, i -> 0));
        all.put("copies of the data", picked(real, i -> (i * 7) % COUNT));
        all.put("blur, σ = 0.5", changed(other, (image, random) -> blurred(image, 0.5)));
        all.put("blur, σ = 1", changed(other, (image, random) -> blurred(image, 1)));
        all.put("noise, σ = 0.05", changed(other, (image, random) -> noisy(image, 0.05, random)));
        all.put("noise, σ = 0.2", changed(other, (image, random) -> noisy(image, 0.2, random)));
        all.put("classes swapped", new Samples(
                other.images,
                Arrays.stream(other.labels).map(label -> (label + 1) % CLASSES).toArray()));
        return all;
    }

    private static Samples chosen(Samples from, java.util.function.IntPredicate fits) {
        int[] found = IntStream.range(0, from.images.length).filter(fits).limit(COUNT).toArray();
        return new Samples(
                Arrays.stream(found).mapToObj(i -> from.images[i]).toArray(float[][]::new),
                Arrays.stream(found).map(i -> from.labels[i]).toArray());
    }

    private static Samples picked(Samples from, java.util.function.IntUnaryOperator place) {
        int[] found = IntStream.range(0, COUNT).map(place).toArray();
        return new Samples(
                Arrays.stream(found).mapToObj(i -> from.images[i]).toArray(float[][]::new),
                Arrays.stream(found).map(i -> from.labels[i]).toArray());
    }

    private static Samples changed(Samples from, BiFunction<float[], Random, float[]> change) {
        Random random = new Random(1);
        return new Samples(
                Arrays.stream(from.images).map(image -> change.apply(image, random)).toArray(float[][]::new),
                from.labels);
    }

    private static float[] noisy(float[] image, double deviation, Random random) {
        float[] noisy = new float[image.length];
        for (int i = 0; i < image.length; i++) {
            noisy[i] = (float) Math.max(-1, Math.min(1, image[i] + deviation * random.nextGaussian()));
        }
        return noisy;
    }

    private static float[] blurred(float[] image, double deviation) {
        return transposed(blurredRows(transposed(blurredRows(image, deviation)), deviation));
    }

    private static float[] blurredRows(float[] image, double deviation) {
        float[] blurred = new float[image.length];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double sum = 0;
                double weights = 0;
                for (int k = -4; k <= 4; k++) {
                    int at = Math.max(0, Math.min(SIDE - 1, x + k));
                    double weight = Math.exp(-k * k / (2 * deviation * deviation));
                    sum += weight * image[y * SIDE + at];
                    weights += weight;
                }
                blurred[y * SIDE + x] = (float) (sum / weights);
            }
        }
        return blurred;
    }

    private static float[] transposed(float[] image) {
        float[] turned = new float[image.length];
        for (int i = 0; i < image.length; i++) {
            turned[i % SIDE * SIDE + i / SIDE] = image[i];
        }
        return turned;
    }

    /** All numbers of samples, compared with the data. */
    private final class Judge implements AutoCloseable {
        private final Samples real;
        private final Extraction features = extraction("mobilenet-v2");
        private final Extraction classifier = extraction("classifier");
        private final TensorData realFeatures;
        private final TensorData heldOutFeatures;
        private final TensorData realProbabilities;

        private Judge(Samples real, Samples heldOut) {
            this.real = real;
            this.realFeatures = features.of(real.tensor()).features();
            this.heldOutFeatures = features.of(heldOut.tensor()).features();
            this.realProbabilities = classifier.of(real.tensor()).probabilities().orElseThrow();
        }

        private Extraction extraction(String name) {
            Extractor extractor = ComponentRegistry.onClassPath().named(ComponentKind.EXTRACTOR, name);
            return extractor.open(Engines.preferred(), new Learning(data, 2 * COUNT));
        }

        private Map<String, Double> of(Samples samples) {
            TensorData fakeFeatures = features.of(samples.tensor()).features();
            TensorData fakeProbabilities = classifier.of(samples.tensor()).probabilities().orElseThrow();
            Map<String, Double> values = new LinkedHashMap<>();
            for (Metric metric : metrics) {
                MetricInput in = switch (metric.given()) {
                    case FEATURES -> MetricInput.of(realFeatures, fakeFeatures);
                    case PROBABILITIES -> MetricInput.of(realProbabilities, fakeProbabilities);
                    case SAMPLES -> MetricInput.of(real.tensor(), samples.tensor());
                };
                try {
                    values.putAll(metric.measure(
                            in.seed(1).labeled(data.classes(), real.classes(), samples.classes())));
                } catch (IllegalArgumentException | ArithmeticException notForThese) {
                    // such as a metric of pairs
                }
            }
            PrivacySets sets = new PrivacySets(realFeatures, heldOutFeatures, fakeFeatures);
            PrivacyMeasures privacy = PrivacyMeasures.of(sets, NearestRows.of(sets, 1), 1);
            values.put("nearer to training than to held out", privacy.nearer().share().value());
            values.put("data copying C_T", privacy.copying().statistic());
            values.put("authentic share", privacy.authentic().value());
            values.put("near-duplicates", (double) privacy.duplicates().samples().size());
            return values;
        }

        @Override
        public void close() {
            features.close();
            classifier.close();
        }
    }

    private static void print(List<Map<String, Double>> fine, Map<String, Map<String, Double>> columns) {
        System.out.println("| number | none | " + String.join(" | ", columns.keySet()) + " |");
        System.out.println("|---".repeat(columns.size() + 2) + "|");
        for (String name : fine.get(0).keySet()) {
            if (name.endsWith(".error") || name.endsWith(".real") || name.startsWith("class-share.")) {
                continue;
            }
            double mean = fine.stream().mapToDouble(each -> each.get(name)).average().orElseThrow();
            double deviation = Math.sqrt(fine.stream()
                            .mapToDouble(each -> Math.pow(each.get(name) - mean, 2))
                            .sum()
                    / (fine.size() - 1));
            String cells = columns.values().stream()
                    .map(column -> cell(column.get(name), mean, deviation))
                    .collect(Collectors.joining(" | "));
            System.out.printf(Locale.ROOT, "| `%s` | %s ± %s | %s |%n", name, text(mean), text(deviation), cells);
        }
    }

    private static String cell(Double value, double mean, double deviation) {
        if (value == null) {
            return "";
        }
        boolean noticed = Math.abs(value - mean) > NOTICED * deviation + 1e-9;
        return noticed ? "**" + text(value) + "**" : text(value);
    }

    private static String text(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
    }
}
