package org.gan4j.metrics.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gan4j.metrics.topology.Holes.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HolesTest {
    static Stream<JsonNode> cases() throws IOException {
        try (InputStream in = HolesTest.class.getResourceAsStream("topology-oracle.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(in).spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holesAreThoseOfGudhi(JsonNode expected) {
        double largest = expected.get("largest").asDouble();
        List<Interval> holes = Holes.of(WitnessComplex.of(
                        distances(
                                expected.get("points"),
                                expected.get("landmarks").asInt()),
                        largest))
                .stream()
                .map(hole -> new Interval(hole.birth(), Math.min(hole.death(), largest)))
                .filter(hole -> hole.birth() < hole.death())
                .sorted(Comparator.comparingDouble(Interval::birth).thenComparingDouble(Interval::death))
                .toList();
        assertThat(holes).hasSize(expected.get("intervals").size());
        for (int i = 0; i < holes.size(); i++) {
            assertThat(holes.get(i).birth())
                    .isCloseTo(expected.get("intervals").get(i).get(0).asDouble(), offset(1e-9));
            assertThat(holes.get(i).death())
                    .isCloseTo(expected.get("intervals").get(i).get(1).asDouble(), offset(1e-9));
        }
        double[] times = LivingTimes.of(holes, largest, 6);
        for (int i = 0; i < times.length; i++) {
            assertThat(times[i]).isCloseTo(expected.get("times").get(i).asDouble(), offset(1e-9));
        }
    }

    @Test
    void aSquareHasAHoleUntilItsDiagonalsAreSeen() {
        // landmarks A, B, C, D at the corners of a unit square, witnesses in the middle of its sides: each is ½ from
        // the
        // ends of its side and √1.25 from the others, so it sees a diagonal at √1.25 − ½, and with it two triangles
        double far = Math.sqrt(1.25);
        double[][] distances = {
            {0.5, far, far, 0.5},
            {0.5, 0.5, far, far},
            {far, 0.5, 0.5, far},
            {far, far, 0.5, 0.5},
        };
        WitnessComplex complex = WitnessComplex.of(distances, 1);
        assertThat(complex.edge(WitnessComplex.edge(0, 1))).isZero();
        assertThat(complex.edge(WitnessComplex.edge(0, 2))).isEqualTo(far - 0.5);
        assertThat(complex.triangle(0, 1, 2, far - 0.5)).isEqualTo(far - 0.5);
        assertThat(Holes.of(complex)).containsExactly(new Interval(0, far - 0.5));
        assertThat(LivingTimes.of(Holes.of(complex), 1, 3))
                .containsExactly(new double[] {1.5 - far, far - 0.5, 0}, offset(1e-12));
        assertThat(Holes.of(WitnessComplex.of(distances, 0.5)))
                .containsExactly(new Interval(0, Double.POSITIVE_INFINITY));
    }

    private static double[][] distances(JsonNode points, int landmarks) {
        double[][] distances = new double[landmarks][points.size()];
        for (int l = 0; l < landmarks; l++) {
            for (int w = 0; w < points.size(); w++) {
                double squares = 0;
                for (int f = 0; f < points.get(0).size(); f++) {
                    squares += Math.pow(
                            points.get(l).get(f).asDouble()
                                    - points.get(w).get(f).asDouble(),
                            2);
                }
                distances[l][w] = Math.sqrt(squares);
            }
        }
        return distances;
    }
}
