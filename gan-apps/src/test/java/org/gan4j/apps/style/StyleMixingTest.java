package org.gan4j.apps.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.style.Style;
import org.gan4j.architectures.style.StyledNetwork;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.junit.jupiter.api.Test;

class StyleMixingTest {
    private static final int SAMPLES = 200;
    private static final int LAYERS = 6;
    private static final StyledNetwork NETWORK = Style.generator()
            .latent(2)
            .mapping(2, 1)
            .base(16)
            .maxWidth(2)
            .build(NetworkSpec.generator(VariableScope.of("generator", 3), 2, Shape.of(1, 16, 16)));

    /** An update without data. */
    private record DrawnUpdate() implements UpdateContext {
        @Override
        public int batchSize() {
            return SAMPLES;
        }

        @Override
        public Tensor data(String field) {
            throw new IllegalArgumentException(field);
        }

        @Override
        public RandomKey random(String name) {
            return RandomKey.of(1).child(name);
        }

        @Override
        public Tensor step() {
            return Tensor.of(new int[] {0});
        }

        @Override
        public Parameters parameters() {
            return Variable::initial;
        }

        @Override
        public ForwardPass pass() {
            return ForwardPass.training(random("layers"));
        }

        @Override
        public void update(Variable state, Tensor next) {
            throw new UnsupportedOperationException(state.name());
        }
    }

    /** Returns for each sample the number of the first layer with the second style, or that of layers if none has. */
    private static int[] crossovers(double share) {
        UpdateContext update = new DrawnUpdate();
        Tensor latents = RandomKey.of(9).normal(SAMPLES, 2);
        Tensor w = new StyleMixing(LatentSpace.normal(2), share)
                .of(update, NETWORK, Inputs.of(latents))
                .head(StyledNetwork.W);
        float[] styles = w.toFloats();
        float[] own = NETWORK.mapped(Variable::initial, ForwardPass.inference(), latents)
                .toFloats();
        int[] first = new int[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            int layer = 0;
            while (layer < LAYERS && styles[(i * LAYERS + layer) * 2] == own[i * 2]) {
                layer++;
            }
            first[i] = layer;
            for (int later = layer; later < LAYERS; later++) { // once the second style has begun, it stays
                assertThat(styles[(i * LAYERS + later) * 2]).isEqualTo(styles[(i * LAYERS + layer) * 2]);
            }
        }
        return first;
    }

    @Test
    void withoutMixingAllLayersHaveOneStyle() {
        assertThat(crossovers(0)).containsOnly(LAYERS);
    }

    @Test
    void mixedImagesChangeTheirStyleBetweenAnyTwoLayers() {
        Set<Integer> places = new HashSet<>();
        Arrays.stream(crossovers(1)).forEach(places::add);
        assertThat(places).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void aShareOfTheImagesIsMixed() {
        // 200 draws of probability 0.9: five standard deviations are 21
        assertThat(Arrays.stream(crossovers(0.9))
                        .filter(place -> place < LAYERS)
                        .count())
                .isBetween(159L, 199L);
    }
}
