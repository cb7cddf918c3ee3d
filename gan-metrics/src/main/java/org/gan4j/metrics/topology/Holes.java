package org.gan4j.metrics.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The holes of a complex with the scales at which each is born and filled: its persistent homology of dimension 1 over
 * two elements (<a href="https://doi.org/10.1007/s00454-004-1146-y">Zomorodian and Carlsson 2005</a>).
 */
final class Holes {
    /**
     * A hole.
     *
     * @param birth the scale at which a cycle closes
     * @param death the scale at which triangles fill it, or infinity
     */
    record Interval(double birth, double death) {}

    private record Triangle(int[] edges, double scale) {}

    private Holes() {}

    static List<Interval> of(WitnessComplex complex) {
        int[] cycles = closing(complex);
        int[] indices = new int[complex.landmarks() * (complex.landmarks() - 1) / 2];
        Arrays.fill(indices, -1);
        for (int i = 0; i < cycles.length; i++) {
            indices[cycles[i]] = i;
        }
        double[] deaths = deaths(triangles(complex), indices, cycles.length);
        return IntStream.range(0, cycles.length)
                .mapToObj(i -> new Interval(complex.edge(cycles[i]), deaths[i]))
                .filter(interval -> interval.birth < interval.death)
                .toList();
    }

    /** Returns the edges that close a cycle, in order of appearance; the others join two parts. */
    private static int[] closing(WitnessComplex complex) {
        int landmarks = complex.landmarks();
        List<int[]> edges = new ArrayList<>();
        for (int b = 1; b < landmarks; b++) {
            for (int a = 0; a < b; a++) {
                if (complex.edge(WitnessComplex.edge(a, b)) < Double.POSITIVE_INFINITY) {
                    edges.add(new int[] {a, b, WitnessComplex.edge(a, b)});
                }
            }
        }
        edges.sort(Comparator.comparingDouble(edge -> complex.edge(edge[2]))); // stable
        int[] parts = IntStream.range(0, landmarks).toArray();
        List<Integer> closing = new ArrayList<>();
        for (int[] edge : edges) {
            int one = root(parts, edge[0]);
            int other = root(parts, edge[1]);
            if (one == other) {
                closing.add(edge[2]);
            } else {
                parts[one] = other;
            }
        }
        return closing.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int root(int[] parts, int vertex) {
        int root = vertex;
        while (parts[root] != root) {
            root = parts[root];
        }
        return root;
    }

    private static List<Triangle> triangles(WitnessComplex complex) {
        List<Triangle> triangles = new ArrayList<>();
        for (int c = 2; c < complex.landmarks(); c++) {
            for (int b = 1; b < c; b++) {
                for (int a = 0; a < b; a++) {
                    int[] edges = {WitnessComplex.edge(a, b), WitnessComplex.edge(a, c), WitnessComplex.edge(b, c)};
                    double last =
                            Math.max(complex.edge(edges[0]), Math.max(complex.edge(edges[1]), complex.edge(edges[2])));
                    double scale = complex.triangle(a, b, c, last);
                    if (scale < Double.POSITIVE_INFINITY) {
                        triangles.add(new Triangle(edges, scale));
                    }
                }
            }
        }
        triangles.sort(Comparator.comparingDouble(Triangle::scale));
        return triangles;
    }

    /**
     * Reduces the boundaries of the triangles: each, as a sum of cycles, fills the youngest cycle that no sum of earlier
     * ones fills. Edges that join two parts are left out, since they are never the youngest of a sum.
     */
    private static double[] deaths(List<Triangle> triangles, int[] indices, int cycles) {
        double[] deaths = new double[cycles];
        Arrays.fill(deaths, Double.POSITIVE_INFINITY);
        BitSet[] filling = new BitSet[cycles];
        int open = cycles;
        for (Triangle triangle : triangles) {
            if (open == 0) {
                break;
            }
            BitSet boundary = new BitSet(cycles);
            for (int edge : triangle.edges) {
                if (indices[edge] >= 0) {
                    boundary.flip(indices[edge]);
                }
            }
            int youngest = boundary.length() - 1;
            while (youngest >= 0 && filling[youngest] != null) {
                boundary.xor(filling[youngest]);
                youngest = boundary.length() - 1;
            }
            if (youngest >= 0) {
                filling[youngest] = boundary;
                deaths[youngest] = triangle.scale;
                open--;
            }
        }
        return deaths;
    }
}
