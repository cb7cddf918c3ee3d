package org.gan4j.dsl.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.metrics.DensityCoverage;
import org.gan4j.metrics.Evaluation;
import org.gan4j.metrics.PrecisionRecall;
import org.gan4j.metrics.classes.ClassAgreement;
import org.gan4j.metrics.classes.ClassShares;
import org.gan4j.metrics.classifier.TrainSyntheticTestReal;
import org.gan4j.metrics.topology.GeometryScore;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Engines;
import org.junit.jupiter.api.Test;

/** What stands beside the numbers of an evaluation, and what it does with samples that cannot be measured. */
class ComparisonRunTest {
    private static final int ROWS = 30;

    private final List<Integer> extracted = new ArrayList<>();
    private final Dataset data = points();
    private final Extractions extractions = new Extractions(Engines.named("reference"), this::reference);

    /** Points of the plane: row i is (i, 2i), its class is i % 2. */
    private static Dataset points() {
        float[][] rows = new float[ROWS][];
        int[] labels = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            rows[i] = new float[] {i, 2 * i};
            labels[i] = i % 2;
        }
        return DataSource.of(rows).withLabels(labels).open();
    }

    private ReferenceData reference() {
        return ReferenceData.trainedOn(data, "points", List.of());
    }

    /** The points themselves as features. */
    private final class Itself implements Extractor {
        private final String name;

        private Itself(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean appliesTo(Field samples) {
            return true;
        }

        @Override
        public Optional<String> network() {
            return Optional.of(name);
        }

        @Override
        public Extraction open(Engine engine, LearningData samples) {
            return new Extraction() {
                @Override
                public String network() {
                    return name;
                }

                @Override
                public String weights() {
                    return "none";
                }

                @Override
                public String resizing() {
                    return "none";
                }

                @Override
                public Extracted of(TensorData rows) {
                    extracted.add(rows.shape().dim(0));
                    return Extracted.of(rows);
                }

                @Override
                public void close() {}
            };
        }
    }

    /** The mean of the first number of fakes, minus that of the data, and how many labels were given. */
    private record Shift(int least) implements Metric {
        @Override
        public String name() {
            return "shift";
        }

        @Override
        public Map<String, Double> measure(MetricInput in) {
            if (in.fake().shape().dim(0) < least) {
                throw new IllegalArgumentException("shift needs at least " + least + " samples: evaluate more samples");
            }
            return Map.of(
                    "shift",
                    mean(in.fake()) - mean(in.real()),
                    "labels",
                    in.realLabels().map(each -> each.shape().dim(0)).orElse(0)
                            + in.fakeLabels()
                                    .map(each -> 1000.0 * each.shape().dim(0))
                                    .orElse(0.),
                    "generators",
                    in.generator().isPresent() ? 1. : 0.);
        }

        private static double mean(TensorData rows) {
            float[] values = rows.toFloats();
            double sum = 0;
            for (int i = 0; i < values.length; i += 2) {
                sum += values[i];
            }
            return sum * 2 / values.length;
        }
    }

    /** Generates the rows themselves, moved by a number. */
    private static Comparison moved(float by, Pairing pairing) {
        Field image = points().field(Field.IMAGE);
        return new Comparison(image, pairing, LatentSpace.none(), (rows, latents, weights) -> {
            float[] values = rows.get(Field.IMAGE).toFloats();
            for (int i = 0; i < values.length; i++) {
                values[i] += by;
            }
            return TensorData.of(values, rows.get(Field.IMAGE).shape());
        });
    }

    /** An extractor that cannot be opened. */
    private static final class Missing implements Extractor {
        @Override
        public String name() {
            return "missing";
        }

        @Override
        public boolean appliesTo(Field samples) {
            return true;
        }

        @Override
        public Extraction open(Engine engine, LearningData samples) {
            throw new IllegalArgumentException("there is no file: fetch it");
        }
    }

    private Evaluation evaluation(
            EvaluationRequest request, Comparison comparison, Set<String> teachers, String... by) {
        List<Extractor> extractors = new ArrayList<>();
        for (String name : by) {
            extractors.add(known.computeIfAbsent(name, Itself::new));
        }
        List<Metric> metrics = List.of(new Shift(2));
        Judges judges = new Judges(metrics, Set.copyOf(request.metrics()), extractors, false, teachers, extractions);
        return new Evaluator(judges, reference(), request, new Evaluator.Subject("a GAN", "latest", 1))
                .compare(List.of(comparison));
    }

    private final Map<String, Itself> known = new HashMap<>();

    private static EvaluationRequest request(int count) {
        return EvaluationRequest.of(SampleRequest.of(count).latest());
    }

    @Test
    void otherRowsAndABaselineStandBesideTheNumbers() {
        Evaluation.Part part = evaluation(
                        request(10).withReferences(), moved(3, Pairing.DISTRIBUTION), Set.of(), "points")
                .parts()
                .get(0);
        assertThat(part.values().get("shift")).isCloseTo(3, offset(1e-5));
        assertThat(part.references().keySet()).containsExactly("data", "baseline");
        assertThat(part.references().get("data").count()).isEqualTo(10);
        assertThat(part.references().get("data").values().get("shift"))
                .isNotZero()
                .isBetween(-10., 10.);
        assertThat(part.references().get("baseline").count()).isEqualTo(10);
        assertThat(part.references().get("baseline").values().get("shift")).isBetween(-9., 9.);
        assertThat(part.values()).containsEntry("generators", 1.);
        assertThat(part.references().values())
                .allSatisfy(reference -> assertThat(reference.values()).containsEntry("generators", 0.));
    }

    @Test
    void allRowsAreHalvedForTheReferenceWithoutExtractingThemTwice() {
        Evaluation.Part part = evaluation(
                        request(ROWS).withReferences(), moved(0, Pairing.DISTRIBUTION), Set.of(), "points")
                .parts()
                .get(0);
        assertThat(part.references().get("data").count()).isEqualTo(ROWS / 2);
        assertThat(part.references().get("baseline").count()).isEqualTo(ROWS);
        assertThat(extracted).containsExactly(ROWS, ROWS, ROWS); // data, samples, baseline
    }

    @Test
    void theBaselineOfPairsIsTheMeanAndDataHaveNoOtherRow() {
        Evaluation.Part part = evaluation(request(ROWS).withReferences(), moved(1, Pairing.PAIRS), Set.of(), "points")
                .parts()
                .get(0);
        assertThat(part.references().keySet()).containsExactly("baseline");
        assertThat(part.references().get("baseline").values().get("shift")).isCloseTo(0, offset(1e-4));
    }

    @Test
    void labelsAreThoseOfTheRowsAndOfWhatWasAsked() {
        Comparison comparison = moved(0, Pairing.DISTRIBUTION);
        assertThat(evaluation(request(10), comparison, Set.of(), "points").values())
                .containsEntry("labels", 10.);
        assertThat(evaluation(request(10), comparison.ofLabels(), Set.of(), "points")
                        .values())
                .containsEntry("labels", 10_010.);
    }

    @Test
    void theFeaturesOfTheDataAreKept() {
        evaluation(request(10), moved(0, Pairing.DISTRIBUTION), Set.of(), "points");
        evaluation(request(10), moved(1, Pairing.DISTRIBUTION), Set.of(), "points");
        assertThat(extracted).containsExactly(10, 10, 10); // data, samples, samples
    }

    @Test
    void numbersOfASecondExtractorBeginWithItsName() {
        assertThat(evaluation(request(10), moved(0, Pairing.DISTRIBUTION), Set.of(), "points", "twice")
                        .values()
                        .keySet())
                .contains("shift", "twice.shift");
    }

    @Test
    void aNetworkThatTaughtTheGeneratorDoesNotJudgeIt() {
        Evaluation evaluation =
                evaluation(request(10), moved(0, Pairing.DISTRIBUTION), Set.of("points"), "points", "other");
        assertThat(evaluation.values().keySet())
                .containsExactlyInAnyOrder("other.shift", "other.labels", "other.generators");
        assertThat(evaluation.notes())
                .contains("the extractor points is left out: points taught this generator, and would judge its own"
                        + " work; choose another network, see gan list extractors");
        assertThatThrownBy(() -> evaluation(request(10), moved(0, Pairing.DISTRIBUTION), Set.of("points"), "points"))
                .hasMessageContaining("points taught this generator");
    }

    @Test
    void tooFewSamplesLeaveAMetricOutWithTheReason() {
        assertThatThrownBy(() -> evaluation(request(1), moved(0, Pairing.DISTRIBUTION), Set.of(), "points"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shift is left out, since it needs at least 2 samples: evaluate more samples");
        assertThat(evaluation(request(7), moved(0, Pairing.DISTRIBUTION), Set.of(), "points")
                        .notes())
                .containsExactly("7 samples are too few for numbers that can be trusted: evaluate 2,000 or more");
    }

    @Test
    void anExtractorThatFailsIsLeftOutUnlessSomebodyAskedForIt() {
        for (boolean asked : new boolean[] {false, true}) {
            Judges judges = new Judges(
                    List.of(new Shift(2)),
                    Set.of(),
                    List.of(new Itself("points"), new Missing()),
                    asked,
                    Set.of(),
                    extractions);
            Evaluator evaluator =
                    new Evaluator(judges, reference(), request(10), new Evaluator.Subject("a GAN", "latest", 1));
            List<Comparison> comparisons = List.of(moved(0, Pairing.DISTRIBUTION));
            if (asked) {
                assertThatThrownBy(() -> evaluator.compare(comparisons)).hasMessage("there is no file: fetch it");
            } else {
                assertThat(evaluator.compare(comparisons).notes())
                        .contains("the extractor missing is left out: there is no file: fetch it");
            }
        }
    }

    @Test
    void aMetricThatSomebodyAskedForMustApply() {
        Metric ofProbabilities = new Metric() {
            @Override
            public String name() {
                return "sureness";
            }

            @Override
            public Given given() {
                return Given.PROBABILITIES;
            }

            @Override
            public Map<String, Double> measure(MetricInput in) {
                return Map.of();
            }
        };
        Judges judges = new Judges(
                List.of(ofProbabilities),
                Set.of(ofProbabilities),
                List.of(new Itself("points")),
                false,
                Set.of(),
                extractions);
        Evaluator evaluator =
                new Evaluator(judges, reference(), request(10), new Evaluator.Subject("a GAN", "latest", 1));
        assertThatThrownBy(() -> evaluator.compare(List.of(moved(0, Pairing.DISTRIBUTION))))
                .hasMessage("the metric sureness needs an extractor that classifies: add the extractor classifier");
    }

    @Test
    void aSampleThatIsNotANumberIsNamed() {
        assertThatThrownBy(() -> evaluation(request(10), moved(Float.NaN, Pairing.DISTRIBUTION), Set.of(), "points"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sample 0 of this GAN has a value that is NaN, so that it cannot be compared with data: its"
                        + " weights are not usable; evaluate an earlier checkpoint with --step");
    }

    @Test
    void protocolsSayWhatWasMeasured() {
        Evaluation.Part part = evaluation(request(10), moved(0, Pairing.DISTRIBUTION), Set.of(), "points")
                .parts()
                .get(0);
        assertThat(part.protocol().toMap())
                .hasToString("{features=points, features.weights=none, resizing=none, data=points (of 30, trained on),"
                        + " split=trained on, real.count=10, samples=a GAN, weights=latest, fake.count=10, seed=1}");
        assertThat(part.protocol().features().network()).isEqualTo("points");
    }

    /** Returns why a metric does not apply to points without classes and targets. */
    private String refusal(Metric metric) {
        Judges judges = new Judges(List.of(metric), Set.of(metric), List.of(), false, Set.of(), extractions);
        List<Comparison> comparisons = List.of(moved(0, Pairing.DISTRIBUTION));
        return catchThrowable(() -> Evaluator.requireApplicable(judges, comparisons))
                .getMessage();
    }

    @Test
    void whatTheGanLacksIsSaidBeforeWhatTheExtractorsLack() {
        assertThat(refusal(new ClassAgreement()))
                .isEqualTo("the metric class-agreement needs a GAN that is asked for classes: train conditional");
        assertThat(refusal(TrainSyntheticTestReal.standard()))
                .isEqualTo(
                        "the metric train-synthetic-test-real needs a GAN that is asked for classes: train conditional");
        assertThat(refusal(ClassShares.standard()))
                .isEqualTo("the metric class-shares needs an extractor that classifies: add the extractor classifier");
    }

    @Test
    void metricsOfTheirOwnSamplesStateTheirOwnCount() {
        Metric own = new Metric() {
            @Override
            public String name() {
                return "own";
            }

            @Override
            public Given given() {
                return Given.SAMPLES;
            }

            @Override
            public OptionalInt ownCount() {
                return OptionalInt.of(700);
            }

            @Override
            public Map<String, Double> measure(MetricInput in) {
                return Map.of("own", 1.);
            }
        };
        Judges judges = new Judges(List.of(own), Set.of(own), List.of(), false, Set.of(), extractions);
        Evaluation evaluation = new Evaluator(
                        judges, reference(), request(7).withReferences(), new Evaluator.Subject("a GAN", "latest", 1))
                .compare(List.of(moved(0, Pairing.DISTRIBUTION)));
        assertThat(evaluation.notes()).isEmpty();
        assertThat(evaluation.parts()).singleElement().satisfies(part -> {
            assertThat(part.protocol().fakeCount()).isEqualTo(700);
            assertThat(part.protocol().isOfSamplesAlone()).isTrue();
        });
        assertThat(evaluation.toString()).contains("700 a GAN; seed 1").doesNotContain("real  ");
    }

    @Test
    void progressTellsOfAllSamplesAndOfEachMetric() {
        List<String> heard = new ArrayList<>();
        EvaluationProgress progress = new EvaluationProgress() {
            @Override
            public void working(String work) {
                heard.add(work);
            }

            @Override
            public void extracted(String by, int done, int all) {
                heard.add(by + " " + done + " of " + all);
            }
        };
        Comparison comparison = moved(0, Pairing.DISTRIBUTION);
        EvaluationRequest asked = request(10).withReferences();
        Evaluation told = evaluation(asked.progress(progress), comparison, Set.of(), "points");
        assertThat(heard)
                .startsWith("points 20 of 40", "points 30 of 40", "measuring shift")
                .contains("points 40 of 40");
        assertThat(told.values())
                .isEqualTo(evaluation(asked, comparison, Set.of(), "points").values());
    }

    @Test
    void rowsThatRepeatAreNamedWhereTheyMakeDensityAndCoverageZero() {
        float[] values = new float[2 * 12];
        for (int i = 7; i < 12; i++) {
            values[2 * i] = i;
        }
        TensorData rows = TensorData.of(values, Shape.of(12, 2));
        assertThat(RepeatedRows.note(rows, DensityCoverage.standard()))
                .contains("7 of 12 rows of the data equal 5 others or more, so that no ball around them has a radius"
                        + " above 0: they add nothing to density and coverage, which are 0 if all rows are such");
        assertThat(RepeatedRows.note(rows.rows(2, 12), DensityCoverage.standard()))
                .isEmpty();
    }

    @Test
    void aMetricThatWasAskedForSaysAtOnceHowManySamplesItNeeds() {
        for (Metric metric : List.of(GeometryScore.standard(), PrecisionRecall.standard())) {
            Judges judges = new Judges(List.of(metric), Set.of(metric), List.of(), false, Set.of(), extractions);
            assertThatThrownBy(() -> Evaluator.requireEnough(judges, 3))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the metric " + metric.name() + " needs at least "
                            + (metric instanceof GeometryScore ? 65 : 4)
                            + " samples, and 3 are to be evaluated: evaluate more samples");
            Evaluator.requireEnough(judges, 65);
        }
    }
}
