package org.gan4j.dsl.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.locks.ReentrantLock;
import org.gan4j.api.application.Plan;
import org.gan4j.api.inference.AveragedVariables;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.PaddedRunner;
import org.gan4j.dsl.probe.ProbeRequest;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.api.Test;

class InversionTest {
    /** Returns an untrained GAN whose generator is no constant, unlike DCGAN's of small weights. */
    private static Gan gan() {
        return Gan.builder()
                .generator(Mlp.generator().latent(6).layers(2).width(16))
                .critic(Mlp.critic().layers(1).width(2))
                .loss(LossPresets.NON_SATURATING)
                .data(FashionMnist.embedded())
                .batchSize(4)
                .seed(4)
                .engine("reference")
                .build();
    }

    @Test
    void theLatentsOfASampleAreFoundAgain() {
        try (Gan gan = gan()) {
            TensorData images = gan.sample(3, 11).data();
            Inversion inversion =
                    gan.invert(images, InversionRequest.standard().seed(2).steps(150));
            assertThat(inversion.encoded()).isFalse();
            assertThat(inversion.latents().shape()).isEqualTo(Shape.of(3, 6));
            int found = 0;
            for (int i = 0; i < 3; i++) {
                assertThat(inversion.after()[i]).isLessThan(inversion.before()[i] / 2);
                found += inversion.after()[i] < inversion.before()[i] / 20 ? 1 : 0;
            }
            assertThat(found).as("the others are in minima of their own").isGreaterThanOrEqualTo(1);
            TensorData again = gan.as(LatentSampler.class).samples(inversion.latents(), Weights.EMA);
            assertThat(rootMeanSquare(again.rows(1, 2), images.rows(1, 2)))
                    .as("the distance that is reported")
                    .isCloseTo(inversion.after()[1], within(1e-5));
        }
    }

    private static double rootMeanSquare(TensorData a, TensorData b) {
        double sum = 0;
        for (int i = 0; i < a.shape().size(); i++) {
            sum += (a.get(i) - b.get(i)) * (a.get(i) - b.get(i));
        }
        return Math.sqrt(sum / a.shape().size());
    }

    @Test
    void manyImagesAreInvertedInParts() {
        try (Gan gan = gan()) {
            TensorData images = gan.sample(66, 3).data();
            InversionRequest request = InversionRequest.standard().candidates(2).steps(1);
            Inversion all = gan.invert(images, request);
            Inversion last = gan.invert(images.rows(64, 66), request);
            assertThat(all.latents().shape()).isEqualTo(Shape.of(66, 6));
            assertThat(all.found().count()).isEqualTo(66);
            assertThat(all.latents().rows(64, 66).toFloats())
                    .containsExactly(last.latents().toFloats(), within(1e-4f));
            assertThat(all.after()[65]).isCloseTo(last.after()[1], within(1e-4));
        }
    }

    @Test
    void aProbeOnTheDataOfTrainingTestsOtherImages() {
        try (Gan gan = gan()) {
            ProbeRequest few = ProbeRequest.standard().counts(20, 10);
            assertThat(gan.probe(few.heldOut(FashionMnist.embedded()))).isEqualTo(gan.probe(few));
        }
    }

    @Test
    void theGradientIsThatOfTheDistance() {
        try (Gan gan = gan();
                Session session = new ReferenceEngine().open()) {
            Plan plan = gan.plan();
            PaddedRunner runner = new PaddedRunner(
                    session, new ReentrantLock(), AveragedVariables.of(plan.phaseSchedule()), any -> {});
            DistanceRunner distances = new DistanceRunner(runner, gan.schema().image());
            distances.targets(gan.sample(1, 5).data());
            LatentSampler sampler = plan.capability(LatentSampler.class, distances);
            float[] at = {0.3f, -0.2f, 1, 0.5f, -1.5f, 0.1f};
            double[] whole = distance(sampler, at);
            for (int i = 0; i < at.length; i++) {
                float[] more = at.clone();
                float[] less = at.clone();
                more[i] += 0.01f;
                less[i] -= 0.01f;
                double difference = (distance(sampler, more)[0] - distance(sampler, less)[0]) / 0.02;
                assertThat(Math.abs(difference)).isGreaterThan(1e-4);
                assertThat(whole[1 + i]).isCloseTo(difference, within(0.01 * Math.abs(difference) + 1e-5));
            }
            runner.close();
        }
    }

    private static double[] distance(LatentSampler sampler, float[] at) {
        return sampler.samples(TensorData.of(at, Shape.of(1, at.length)), Weights.LATEST)
                .toDoubles();
    }

    @Test
    void otherImagesAndClassesAreRefused() {
        try (Gan gan = gan()) {
            TensorData small = TensorData.of(new float[16], Shape.of(1, 1, 4, 4));
            assertThatThrownBy(() -> gan.invert(small, InversionRequest.standard()))
                    .hasMessage(
                            "this GAN generates samples FLOAT [1, 28, 28], so it has no latents of FLOAT [1, 1, 4, 4]:"
                                    + " pass [N, ...] of that shape");
            TensorData image = gan.sample(1).data();
            assertThatThrownBy(
                            () -> gan.invert(image, InversionRequest.standard().label("shoe")))
                    .hasMessage("this GAN knows no classes: leave out the label shoe");
        }
        assertThatThrownBy(() -> InversionRequest.standard().steps(-1))
                .hasMessage(
                        "an inversion needs at least 0 steps and 1 candidate, not -1 and 256: 200 and 256 are usual");
    }
}
