package org.gan4j.dsl.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.metrics.Evaluation;
import org.gan4j.metrics.features.MobileNetFeatures;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.SessionOptions;
import org.junit.jupiter.api.Test;

/** The choice of metrics for the comparisons of an application. */
class EvaluatorTest {
    private static final Field IMAGE = new Field(Field.IMAGE, DType.FLOAT, Shape.of(1, 8, 8));
    private static final Field OTHER = new Field("other", DType.FLOAT, Shape.of(3, 8, 8));
    private static final Field SOUND = new Field("sound", DType.FLOAT, Shape.of(1, 20));

    /** Forty rows of random numbers, always the same ones. */
    private record Rows(List<Field> fields) implements Dataset {
        @Override
        public int size() {
            return 40;
        }

        @Override
        public Map<String, TensorData> read(int... indices) {
            Map<String, TensorData> rows = new LinkedHashMap<>();
            for (Field field : fields) {
                int size = field.shape().size();
                float[] values = new float[indices.length * size];
                for (int i = 0; i < indices.length; i++) {
                    float[] row = new float[size];
                    new Philox(3, field.name(), indices[i]).normals(0, row, size);
                    System.arraycopy(row, 0, values, i * size, size);
                }
                rows.put(field.name(), TensorData.of(values, field.batch(indices.length)));
            }
            return rows;
        }
    }

    private static Evaluation evaluation(SampleRequest request, Comparison... comparisons) {
        Dataset data = new Rows(List.of(IMAGE, OTHER, SOUND));
        return evaluation(ReferenceData.trainedOn(data, "made up", List.of()), request, comparisons);
    }

    private static Evaluation evaluation(ReferenceData data, SampleRequest request, Comparison... comparisons) {
        Engine engine = Engines.named("nd4j"); // MobileNetV2 takes seconds an image on the reference engine
        List<Metric> metrics = Evaluator.known(ComponentRegistry.onClassPath()).stream()
                .filter(metric -> !metric.isOnRequest())
                .toList();
        return evaluator(engine, metrics, data, EvaluationRequest.of(request)).compare(List.of(comparisons));
    }

    private static Evaluator evaluator(
            Engine engine, List<Metric> metrics, ReferenceData data, EvaluationRequest request) {
        Extractions extractions = new Extractions(engine, () -> data);
        return new Evaluator(
                new Judges(metrics, Set.of(), List.of(MobileNetFeatures.standard()), false, Set.of(), extractions),
                data,
                request,
                new Evaluator.Subject("a GAN", "latest", 5));
    }

    /** Returns a comparison with rows that are brighter by 0.2. */
    private static Comparison brighter(Field field, Pairing pairing) {
        return new Comparison(field, pairing, LatentSpace.none(), (rows, latents, weights) -> {
            float[] values = rows.get(field.name()).toFloats();
            for (int i = 0; i < values.length; i++) {
                values[i] += 0.2f;
            }
            return TensorData.of(values, rows.get(field.name()).shape());
        });
    }

    @Test
    void pairsOfImagesAreAlsoComparedOneByOne() {
        Evaluation evaluation = evaluation(SampleRequest.of(12).latest(), brighter(IMAGE, Pairing.PAIRS));
        assertThat(evaluation.values().keySet()).contains("precision", "kernel-distance", "psnr");
        assertThat(evaluation.values().get("psnr")).isCloseTo(20, offset(1e-5));
        assertThat(evaluation.parts()).hasSize(2).allSatisfy(part -> {
            assertThat(part.protocol().data()).isEqualTo("made up (of 40, trained on)");
            assertThat(part.protocol().realCount()).isEqualTo(12);
            assertThat(part.protocol().samples()).isEqualTo("a GAN");
            assertThat(part.protocol().fakeCount()).isEqualTo(12);
        });
    }

    @Test
    void samplesWithoutPairsAreComparedAsAWhole() {
        assertThat(evaluation(SampleRequest.of(12).latest(), brighter(IMAGE, Pairing.DISTRIBUTION))
                        .values()
                        .keySet())
                .contains("precision", "recall", "density", "coverage", "kernel-distance", "kernel-distance.error")
                .doesNotContain("psnr", "geometry-score");
    }

    @Test
    void severalComparisonsBearTheNamesOfTheirFields() {
        Evaluation evaluation = evaluation(
                SampleRequest.of(12).latest(), brighter(IMAGE, Pairing.DISTRIBUTION), brighter(OTHER, Pairing.PAIRS));
        assertThat(evaluation.values().keySet())
                .contains("image.precision", "other.precision", "other.psnr", "other.psnr.error")
                .doesNotContain("image.psnr", "precision");
    }

    @Test
    void rowsAreThoseOfTheSeedAndNoMoreThanThereAre() {
        Comparison copied = new Comparison(IMAGE, Pairing.PAIRS, LatentSpace.normal(2), (rows, latents, weights) -> {
            assertThat(latents.shape()).isEqualTo(Shape.of(40, 2));
            return rows.get(Field.IMAGE);
        });
        Evaluation evaluation = evaluation(SampleRequest.of(1000).latest(), copied);
        assertThat(evaluation.values()).containsEntry("psnr", 100.).containsEntry("recall", 1.);
        assertThat(evaluation.parts().get(0).protocol().data()).isEqualTo("made up (all, trained on)");
        assertThat(evaluation.parts().get(0).protocol().realCount()).isEqualTo(40);
        assertThat(evaluation.notes())
                .containsExactly(
                        "the data have only 40 samples, so that 40 are compared with as many generated ones",
                        "40 samples are too few for numbers that can be trusted: evaluate 2,000 or more");
    }

    @Test
    void samplesThatNoMetricAppliesToAreRefused() {
        assertThatThrownBy(() -> evaluation(SampleRequest.of(12).latest(), brighter(SOUND, Pairing.DISTRIBUTION)))
                .hasMessage("no metric applies to the field sound, FLOAT [1, 20]: the known metrics are for images,"
                        + " 1×H×W or 3×H×W, and for vectors; add one with a plug-in");
    }

    @Test
    void oneClassOrInterpolationsAreNotWhatTheDataAre() {
        for (SampleRequest request :
                List.of(SampleRequest.of(12).label("trouser"), SampleRequest.interpolations(2, 6))) {
            assertThatThrownBy(() -> evaluation(request, brighter(IMAGE, Pairing.DISTRIBUTION)))
                    .hasMessage("an evaluation compares generated samples with the whole data:"
                            + " leave out the label, tags, shares, texts and interpolations");
        }
    }

    @Test
    void dataAreComparedWithOtherRowsOfThem() {
        ReferenceData data = ReferenceData.trainedOn(new Rows(List.of(IMAGE)), "made up", List.of());
        List<TensorData> sides = new ArrayList<>();
        Metric recording = new Metric() {
            @Override
            public String name() {
                return "recording";
            }

            @Override
            public Given given() {
                return Given.SAMPLES;
            }

            @Override
            public Map<String, Double> measure(MetricInput in) {
                sides.add(in.real());
                sides.add(in.fake());
                return Map.of("recorded", 1.);
            }
        };
        Evaluator evaluator = evaluator(
                Engines.named("reference"),
                List.of(recording),
                data,
                EvaluationRequest.of(SampleRequest.of(100).latest()));
        Evaluation evaluation = evaluator.compareData(List.of(brighter(IMAGE, Pairing.DISTRIBUTION)));
        assertThat(evaluation.parts().get(0).protocol().fakeCount()).isEqualTo(20); // half of the forty
        Set<TensorData> rows = new HashSet<>();
        sides.forEach(side -> IntStream.range(0, 20).forEach(i -> rows.add(side.rows(i, i + 1))));
        assertThat(rows).hasSize(40);
        assertThatThrownBy(() -> evaluator.compareData(List.of(brighter(IMAGE, Pairing.PAIRS))))
                .hasMessageContaining("row by row");
    }

    @Test
    void otherDataAreCalledHeldOut() {
        Dataset data = new Rows(List.of(IMAGE));
        DataSchema learned = new DataSchema(List.of(IMAGE, SOUND), List.of());
        ReferenceData heldOut = ReferenceData.heldOut(data, "others", List.of(), learned);
        assertThat(evaluation(heldOut, SampleRequest.of(12).latest(), brighter(IMAGE, Pairing.PAIRS))
                        .parts())
                .allSatisfy(part -> assertThat(part.protocol().data()).isEqualTo("others (of 40, held out)"));
        assertThat(heldOut.named(40)).isEqualTo("others (all, held out)");
    }

    @Test
    void theEvaluationComputesWithTheGivenEngine() {
        List<String> opened = new ArrayList<>();
        Engine recorded = new Engine() {
            @Override
            public String name() {
                return "recorded";
            }

            @Override
            public String description() {
                return "an engine that is recorded";
            }

            @Override
            public Session open(SessionOptions options) {
                opened.add(name());
                return Engines.named("nd4j").open(options);
            }
        };
        ReferenceData data = ReferenceData.trainedOn(new Rows(List.of(IMAGE)), "made up", List.of());
        evaluator(
                        recorded,
                        Evaluator.known(ComponentRegistry.onClassPath()),
                        data,
                        EvaluationRequest.of(SampleRequest.of(12).latest()))
                .compare(List.of(brighter(IMAGE, Pairing.DISTRIBUTION)));
        assertThat(opened).containsExactly("recorded");
    }
}
