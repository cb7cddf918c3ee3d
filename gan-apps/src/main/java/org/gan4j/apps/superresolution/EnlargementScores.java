package org.gan4j.apps.superresolution;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gan4j.apps.superresolution.Enlargements.Method;
import org.gan4j.metrics.images.ImagePairMeasure;
import org.gan4j.tensor.TensorData;

/**
 * What photographs score after they are reduced and enlarged, by each method and each measure.
 *
 * @param measures the names of the measures
 * @param rows one row a photograph
 */
public record EnlargementScores(List<String> measures, List<Row> rows) {
    /**
     * The scores of one photograph.
     *
     * @param photograph its name
     * @param values the value of each measure, by method; NaN if the photograph is too small for it
     */
    public record Row(String photograph, Map<Method, List<Double>> values) {
        /** Measures one photograph. */
        public static Row of(String photograph, Enlargements images, List<? extends ImagePairMeasure> measures) {
            Map<Method, List<Double>> values = new EnumMap<>(Method.class);
            images.enlarged().forEach((method, enlarged) -> {
                List<Double> each = new ArrayList<>();
                for (ImagePairMeasure measure : measures) {
                    each.add(measured(measure, single(images.original()), single(enlarged)));
                }
                values.put(method, each);
            });
            return new Row(photograph, values);
        }

        private static double measured(ImagePairMeasure measure, TensorData original, TensorData enlarged) {
            try {
                return measure.of(original, enlarged);
            } catch (IllegalArgumentException tooSmall) {
                return Double.NaN;
            }
        }

        private static TensorData single(TensorData batch) {
            return TensorData.of(batch.toFloats(), batch.shape().without(0));
        }
    }

    public EnlargementScores {
        measures = List.copyOf(measures);
        rows = List.copyOf(rows);
    }

    /** Returns the mean of a measure over the photographs that have it, by one method. */
    public double mean(Method method, int measure) {
        return rows.stream()
                .mapToDouble(row -> row.values().get(method).get(measure))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    /**
     * Returns the number of photographs on which the generator beats bicubic interpolation.
     *
     * @param measure the number of the measure
     * @param higher whether more is better
     */
    public long wins(int measure, boolean higher) {
        return rows.stream()
                .filter(row -> {
                    double generated = row.values().get(Method.GENERATOR).get(measure);
                    double bicubic = row.values().get(Method.BICUBIC).get(measure);
                    return higher ? generated > bicubic : generated < bicubic;
                })
                .count();
    }
}
