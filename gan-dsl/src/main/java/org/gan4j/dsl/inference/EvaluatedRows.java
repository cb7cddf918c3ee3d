package org.gan4j.dsl.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.latents.TruncatedNormalLatents;
import org.gan4j.data.Permutation;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** The rows of data that one comparison uses, in the order that the seed selects, and the samples that belong to them. */
final class EvaluatedRows implements MetricInput.Generator {
    static final int PART = 256;

    private final ReferenceData data;
    private final Comparison comparison;
    private final SampleRequest request;
    private final long seed;
    private final int[] chosen;

    EvaluatedRows(ReferenceData data, Comparison comparison, SampleRequest request, long seed) {
        this.data = data;
        this.comparison = comparison;
        this.request = request;
        this.seed = seed;
        this.chosen = Permutation.of(data.size(), seed, 0);
    }

    /**
     * Rows of one side.
     *
     * @param samples [N, ...]
     * @param labels the class of each row, or that was asked of the generator; empty if there is none
     */
    record Rows(TensorData samples, Optional<TensorData> labels) {}

    /** Returns rows of the data, none of them twice. */
    Rows real(int from, int size) {
        Map<String, TensorData> read = read(from, size);
        return new Rows(comparison.reference().from(read), ReferenceRows.labels(read));
    }

    /**
     * Returns samples for rows of the data.
     *
     * @throws IllegalArgumentException if a value is not finite
     */
    Rows generated(int from, int size) {
        Map<String, TensorData> read = read(from, size);
        LatentSpace space = comparison.latents();
        float[] latents = new Latents(space, seed, request.truncation()).rows(from, size);
        TensorData samples = generate(read, TensorData.of(latents, Shape.of(size, space.size())));
        requireFinite(samples, from);
        return new Rows(samples, comparison.labeled() ? ReferenceRows.labels(read) : Optional.empty());
    }

    /** Returns the means and deviations of the first rows of the data. */
    Baseline baseline(int rows) {
        Iterable<TensorData> parts = () -> IntStream.iterate(0, from -> from < rows, from -> from + PART)
                .mapToObj(from -> real(from, Math.min(PART, rows - from)).samples())
                .iterator();
        return Baseline.of(parts, comparison.pairing());
    }

    /** {@inheritDoc} If the request has a truncation, they are truncated. */
    @Override
    public LatentSpace latents() {
        OptionalDouble most = request.truncation();
        return most.isPresent()
                ? new LatentSpace(
                        new TruncatedNormalLatents(most.getAsDouble()),
                        comparison.latents().size())
                : comparison.latents();
    }

    /** {@inheritDoc} What else the generator is given are the first rows of the data, the same ones in each call. */
    @Override
    public TensorData samples(TensorData latents) {
        List<TensorData> parts = new ArrayList<>();
        int all = latents.shape().dim(0);
        int most = Math.min(PART, data.size());
        for (int from = 0; from < all; from += most) {
            int size = Math.min(most, all - from);
            parts.add(generate(read(0, size), latents.rows(from, from + size)));
        }
        return TensorData.joined(parts);
    }

    private TensorData generate(Map<String, TensorData> rows, TensorData latents) {
        return comparison.generation().of(rows, latents, request.weights().orElseThrow());
    }

    private Map<String, TensorData> read(int from, int size) {
        return data.read(IntStream.range(from, from + size).map(i -> chosen[i]).toArray(), seed);
    }

    private static void requireFinite(TensorData samples, int from) {
        float[] values = samples.toFloats();
        int size = values.length / samples.shape().dim(0);
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException("sample " + (from + i / size) + " of this GAN has a value that is "
                        + values[i] + ", so that it cannot be compared with data: its weights are not usable;"
                        + " evaluate an earlier checkpoint with --step");
            }
        }
    }
}
