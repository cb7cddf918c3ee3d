package org.gan4j.data.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.api.data.tables.Mixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against scikit-learn's BayesianGaussianMixture: make_mixture_oracle.py. */
class MixtureFitTest {
    private static final double RELATIVE = 1e-7;

    static Stream<Arguments> cases() throws IOException {
        try (InputStream file = MixtureFitTest.class.getResourceAsStream("mixtures.json")) {
            Iterator<Map.Entry<String, JsonNode>> cases =
                    new ObjectMapper().readTree(file).fields();
            Stream.Builder<Arguments> arguments = Stream.builder();
            cases.forEachRemaining(each -> arguments.add(Arguments.of(each.getKey(), each.getValue())));
            return arguments.build();
        }
    }

    private static double[] numbers(JsonNode list) {
        double[] numbers = new double[list.size()];
        Arrays.setAll(numbers, i -> list.get(i).asDouble());
        return numbers;
    }

    private static Mixture fit(int modes, double... numbers) {
        Map<Double, Integer> counts = new TreeMap<>();
        Arrays.stream(numbers).forEach(number -> counts.merge(number, 1, Integer::sum));
        return MixtureFit.of(
                counts.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                counts.values().stream().mapToDouble(Integer::doubleValue).toArray(),
                modes);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void modesAreThoseOfScikitLearn(String name, JsonNode oracle) {
        double[] numbers = numbers(oracle.get("numbers"));
        double spread = Arrays.stream(numbers).max().orElseThrow()
                - Arrays.stream(numbers).min().orElseThrow();
        Mixture mixture = fit(oracle.get("modes").asInt(), numbers);
        assertThat(mixture.size()).isEqualTo(oracle.get("weights").size());
        for (int k = 0; k < mixture.size(); k++) {
            Mixture.Mode mode = mixture.modes().get(k);
            assertThat(mode.weight()).isCloseTo(oracle.get("weights").get(k).asDouble(), within(RELATIVE));
            assertThat(mode.mean()).isCloseTo(oracle.get("means").get(k).asDouble(), within(RELATIVE * spread));
            assertThat(mode.deviation())
                    .isCloseTo(oracle.get("deviations").get(k).asDouble(), within(RELATIVE * spread));
        }
    }

    @Test
    void unitsDoNotMatter() {
        double[] seconds = {1, 1.5, 2, 2.5, 40, 41, 41.5, 43, 44};
        Mixture inSeconds = fit(3, seconds);
        Mixture inNanos =
                fit(3, Arrays.stream(seconds).map(second -> second * 1e9 + 1e12).toArray());
        assertThat(inNanos.size()).isEqualTo(inSeconds.size());
        for (int k = 0; k < inSeconds.size(); k++) {
            assertThat(inNanos.modes().get(k).mean())
                    .isCloseTo(inSeconds.modes().get(k).mean() * 1e9 + 1e12, within(1e3));
        }
    }

    @Test
    void numbersNearTheLimitsOfDoublesAreFitted() {
        assertThat(fit(3, 1e300, 2e300, 3e300, 1e308).modes()).isNotEmpty();
        assertThat(fit(3, 1e-300, 2e-300, 5e-300).modes()).isNotEmpty();
        assertThat(fit(3, 1, Math.nextUp(1.0)).modes()).isNotEmpty();
    }

    @Test
    void equalNumbersAreOneMode() {
        assertThat(fit(10, 7, 7, 7).modes()).singleElement().satisfies(mode -> assertThat(mode.mean())
                .isEqualTo(7));
    }

    @Test
    void twoNumbersAreFittedByTwoModesAtMost() {
        assertThat(fit(10, 1, 1, 2).size()).isBetween(1, 2);
    }

    @Test
    void thePosteriorIsThatOfBayes() {
        // N(0; 0, 1) 0.25 and N(0; 2, 2²) 0.75: 0.25 · 0.398942 = 0.099736 and 0.75 · 0.120985 = 0.090739
        Mixture mixture = new Mixture(List.of(new Mixture.Mode(0.25, 0, 1), new Mixture.Mode(0.75, 2, 2)));
        assertThat(mixture.posterior(0)[0]).isCloseTo(0.099736 / (0.099736 + 0.090739), within(1e-5));
        assertThat(mixture.posterior(1e6)).containsExactly(0, 1); // no overflow far from all modes
    }
}
