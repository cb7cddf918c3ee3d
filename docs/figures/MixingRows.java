import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.api.inference.StyleSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.Evaluator;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engines;

/**
 * Measures StyleGAN's table 2, for docs/applications/style.md: the kernel distance of 1,000 samples of the moving average,
 * each with the styles of 1, 2, 3 or 4 latents, with crossovers at random places, to 1,000 images of Fashion-MNIST. Seed 1
 * draws latents and crossovers. It prints a line per run; the last one compares data with data.
 *
 * <pre>
 * java -cp "$(./gan classpath)" docs/figures/MixingRows.java studies/mixing/runs/&#42;/&#42;
 * </pre>
 */
class MixingRows {
    private static final int COUNT = 1000;
    private static final int PART = 250;
    private static final int MOST = 4;

    private final Metric distance = Evaluator.known(ComponentRegistry.onClassPath()).stream()
            .filter(each -> each.name().equals("kernel-distance"))
            .findFirst()
            .orElseThrow();
    private final Extraction extraction;
    private final TensorData real;
    private final TensorData others;

    private MixingRows(Dataset data) {
        Extractor extractor = ComponentRegistry.onClassPath().named(ComponentKind.EXTRACTOR, "mobilenet-v2");
        Field image = data.fields().stream()
                .filter(field -> field.name().equals(Field.IMAGE))
                .findFirst()
                .orElseThrow();
        extraction = extractor.open(Engines.preferred(), LearningData.none(image));
        real = features(rows(data, 0));
        others = features(rows(data, COUNT));
    }

    private static List<TensorData> rows(Dataset data, int from) {
        List<TensorData> parts = new ArrayList<>();
        for (int at = from; at < from + COUNT; at += PART) {
            int first = at;
            int[] rows = new int[PART];
            Arrays.setAll(rows, i -> first + i);
            parts.add(data.read(rows).get(Field.IMAGE));
        }
        return parts;
    }

    private TensorData features(List<TensorData> parts) {
        return TensorData.joined(
                parts.stream().map(part -> extraction.of(part).features()).toList());
    }

    private double to(TensorData features) {
        Map<String, ?> measured = distance.measure(MetricInput.of(real, features));
        return ((Number) measured.values().iterator().next()).doubleValue();
    }

    /** Returns samples with the styles of some latents each. */
    private static List<TensorData> samples(Gan gan, int latents) {
        StyleSampler sampler = gan.as(StyleSampler.class);
        int size = sampler.latents().size();
        int layers = sampler.layers();
        float[] drawn = sampler.latents().rows(1, 0, COUNT * latents);
        Random random = new Random(1);
        List<TensorData> parts = new ArrayList<>();
        for (int from = 0; from < COUNT; from += PART) {
            float[] each = new float[PART * layers * size];
            for (int i = 0; i < PART; i++) {
                // the crossovers are different places between two layers
                int[] places = random.ints(1, layers).distinct().limit(latents - 1L).sorted().toArray();
                for (int layer = 0; layer < layers; layer++) {
                    int at = layer;
                    int part = (int) Arrays.stream(places).filter(place -> place <= at).count();
                    int row = (from + i) * latents + part;
                    System.arraycopy(drawn, row * size, each, (i * layers + layer) * size, size);
                }
            }
            parts.add(sampler.mixed(TensorData.of(each, Shape.of(PART, layers, size)), 1, Weights.EMA));
        }
        return parts;
    }

    public static void main(String[] runs) {
        try (Dataset data = FashionMnist.embedded().open()) {
            MixingRows rows = new MixingRows(data);
            for (String run : runs) {
                try (Gan gan = Gan.load(Path.of(run))) {
                    StringBuilder line = new StringBuilder(run);
                    for (int latents = 1; latents <= MOST; latents++) {
                        line.append(String.format(
                                Locale.ROOT, "  %.3f", rows.to(rows.features(samples(gan, latents)))));
                    }
                    System.out.println(line);
                }
            }
            System.out.printf(Locale.ROOT, "data against data  %.3f%n", rows.to(rows.others));
        }
    }
}
