package org.gan4j.dsl.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class ClassSharesTest {
    private static final List<String> LABELS = List.of("a", "b", "c");

    /** Expected numbers by hand: the whole parts first, then the largest fractions. */
    @Test
    void wholeNumbersGoByTheLargestRemainder() {
        // quotas 4.7, 3.1, 2.2
        assertThat(ClassShares.parse("a=0.47,b=0.31,c=0.22").counts(10, LABELS))
                .containsExactly(Map.entry("a", 5), Map.entry("b", 3), Map.entry("c", 2));
        // quotas 3.33 each: the first of equal ones gets the rest
        assertThat(ClassShares.parse("c=1,a=1,b=1").counts(10, LABELS))
                .containsExactly(Map.entry("c", 4), Map.entry("a", 3), Map.entry("b", 3));
        assertThat(ClassShares.parse("a=0.9,b=0.1").counts(1, LABELS))
                .containsExactly(Map.entry("a", 1), Map.entry("b", 0));
        assertThat(ClassShares.parse("a=0.1,b=0.2,c=0.7").counts(10, LABELS))
                .containsExactly(Map.entry("a", 1), Map.entry("b", 2), Map.entry("c", 7));
    }

    @Test
    void sharesAreDividedByTheirSum() {
        assertThat(ClassShares.parse("a=3,b=1").counts(8, LABELS))
                .containsExactly(Map.entry("a", 6), Map.entry("b", 2));
        assertThat(ClassShares.parse("a=3,b=1").sumsToOne()).isFalse();
        assertThat(ClassShares.parse("a=0.333,b=0.333,c=0.333").sumsToOne()).isTrue();
    }

    @Test
    void sharesThatAreNoneAreRefused() {
        for (String text : List.of("a", "=1", "a=", "a=x", "a=1,")) {
            assertThatThrownBy(() -> ClassShares.parse(text))
                    .hasMessageStartingWith("the shares " + text + " must be classes with numbers");
        }
        assertThatThrownBy(() -> ClassShares.parse(" "))
                .hasMessage("there are no shares: give classes with numbers, such as Bag=0.5,Sneaker=0.5");
        assertThatThrownBy(() -> ClassShares.parse("a=NaN")).hasMessageContaining("at least 0, such as 0.5, not NaN");
        assertThatThrownBy(() -> ClassShares.parse("a=0,b=0")).hasMessageStartingWith("no class has a share above 0");
        assertThatThrownBy(() -> ClassShares.parse("a=1,a=2")).hasMessage("the class a has two shares: give one");
        assertThat(ClassShares.parse("a=b=1").shares()).containsKey("a=b");
    }

    /** A generator whose samples are its latents, and a classifier by their sign. */
    private static ClassRejection ofSigns() {
        LatentSampler sampler = new LatentSampler() {
            @Override
            public LatentSpace latents() {
                return LatentSpace.normal(1);
            }

            @Override
            public Shape sample() {
                return Shape.of(1);
            }

            @Override
            public TensorData samples(TensorData latents, Weights weights) {
                return latents;
            }
        };
        Extraction classifier = new Extraction() {
            @Override
            public String network() {
                return "sign";
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
            public Extracted of(TensorData samples) {
                float[] values = samples.toFloats();
                float[] probabilities = new float[3 * values.length];
                for (int i = 0; i < values.length; i++) {
                    probabilities[3 * i + (values[i] < 0 ? 0 : 1)] = 1;
                }
                return new Extracted(samples, Optional.of(TensorData.of(probabilities, Shape.of(values.length, 3))));
            }

            @Override
            public void close() {}
        };
        return new ClassRejection(sampler, classifier, List.of("minus", "plus", "never"));
    }

    @Test
    void samplesOfFullClassesAreDropped() {
        SampleRequest request = SampleRequest.of(400).latest();
        Samples samples = ofSigns().sample(request, 1, Map.of("minus", 400));
        assertThat(samples.count()).isEqualTo(400);
        for (float value : samples.data().toFloats()) {
            assertThat(value).isNegative();
        }
        // the first samples that are of the class, none twice
        float[] all = new Latents(LatentSpace.normal(1), 1, OptionalDouble.empty()).rows(0, 1024);
        int next = 0;
        float[] kept = samples.data().toFloats();
        for (int i = 0; i < all.length && next < 400; i++) {
            if (all[i] < 0) {
                assertThat(kept[next++]).isEqualTo(all[i]);
            }
        }
    }

    @Test
    void aClassThatIsNeverGeneratedEndsInASentence() {
        assertThatThrownBy(() -> ofSigns().sample(SampleRequest.of(3).latest(), 1, Map.of("never", 3)))
                .hasMessage(
                        "after 10240 samples there are still too few of a class: 0 of 3 never; this generator hardly"
                                + " makes it: ask for other shares, or train on balanced data");
    }

    @Test
    void aRequestHasSharesAloneOrALabel() {
        ClassShares half = ClassShares.parse("a=1");
        assertThat(SampleRequest.of(2).shares(half).seed(3).latest().count(4).shares())
                .contains(half);
        assertThatThrownBy(() -> SampleRequest.of(2).texts("x").shares(half))
                .hasMessageContaining("leave out the texts");
        assertThat(new SampleRequest(
                        1,
                        OptionalLong.empty(),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty()))
                .isEqualTo(SampleRequest.of(1));
    }
}
