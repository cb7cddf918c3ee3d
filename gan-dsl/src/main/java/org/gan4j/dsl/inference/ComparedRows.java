package org.gan4j.dsl.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.api.inference.Weights;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;

/**
 * Rows of data and generated samples in the form of one comparison, and their features: those of an extractor, or the
 * values themselves. Used by the commands that study memory, privacy and detection, which compare more than two sides.
 * Only one thread may use it at a time.
 */
public final class ComparedRows implements AutoCloseable {
    private static final int PART = 256;

    private final Comparison comparison;
    private final ReferenceData training;
    private final Optional<Extraction> extraction;

    private ComparedRows(Comparison comparison, ReferenceData training, Optional<Extraction> extraction) {
        this.comparison = comparison;
        this.training = training;
        this.extraction = extraction;
    }

    /**
     * Opens the extractor.
     *
     * @param engine computes the features
     * @param comparison the form of the rows
     * @param training the data that the GAN was trained on
     * @param extractor what computes features; the values themselves if empty
     * @throws IllegalArgumentException if the extractor does not apply, or cannot be opened
     */
    public static ComparedRows open(
            Engine engine, Comparison comparison, ReferenceData training, Optional<Extractor> extractor) {
        extractor.filter(each -> !each.appliesTo(comparison.with())).ifPresent(each -> {
            throw new IllegalArgumentException("the extractor " + each.name() + " does not apply to the field "
                    + comparison.with().name() + ", " + comparison.with().dtype() + " "
                    + comparison.with().shape() + ": leave it out to compare the values themselves");
        });
        return new ComparedRows(
                comparison,
                training,
                extractor.map(each -> each.open(
                        engine,
                        each.learns()
                                ? new ReferenceRows(training, comparison)
                                : LearningData.none(comparison.with()))));
    }

    /** A receiver of samples, part by part in their order. */
    @FunctionalInterface
    public interface Receiver {
        /** Receives samples [n, ...]. */
        void accept(TensorData part);
    }

    /** Returns how the features are computed, in a few words. */
    public String features() {
        return extraction.map(Extraction::network).orElse("the values themselves");
    }

    /** Returns the digest of the weights that compute the features; "none" if there are none. */
    public String weights() {
        return extraction.map(Extraction::weights).orElse("none");
    }

    /** Returns how samples are resized before their features are computed; "none" if they are not. */
    public String resizing() {
        return extraction.map(Extraction::resizing).orElse("none");
    }

    /** Returns rows of data in the form that samples have, [rows.length, ...]. */
    public TensorData of(ReferenceData data, int... rows) {
        return comparison.reference().from(data.read(rows, 0));
    }

    /** Reads rows of data, part by part. */
    public void read(ReferenceData data, int[] rows, Receiver receiver) {
        for (int from = 0; from < rows.length; from += PART) {
            receiver.accept(of(
                    data,
                    IntStream.range(from, Math.min(from + PART, rows.length))
                            .map(i -> rows[i])
                            .toArray()));
        }
    }

    /**
     * Generates samples, part by part. Those that need rows of data, such as classes, get rows of training in a random
     * order, over and over.
     *
     * @param of the comparison that generates them, this one or its truncated form
     * @param request their number, truncation of latents and weights; their seed is the other parameter
     * @param order the rows of training in this order
     * @throws IllegalArgumentException if the request leaves the weights open
     */
    public void generate(Comparison of, SampleRequest request, long seed, int[] order, Receiver receiver) {
        Weights weights = request.weights()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the weights to use must be known: call latest() or ema() of the request"));
        Latents latents = new Latents(of.latents(), seed, request.truncation());
        for (int from = 0; from < request.count(); from += PART) {
            int first = from;
            int count = Math.min(PART, request.count() - from);
            Map<String, TensorData> rows = training.read(
                    IntStream.range(0, count)
                            .map(i -> order[(first + i) % order.length])
                            .toArray(),
                    seed);
            TensorData drawn = TensorData.of(
                    latents.rows(from, count), Shape.of(count, of.latents().size()));
            receiver.accept(of.generation().of(rows, drawn, weights));
        }
    }

    /** Returns the features of samples [N, ...], one row each, FLOAT [N,F]. */
    public TensorData features(TensorData samples) {
        List<TensorData> parts = new ArrayList<>();
        int count = samples.shape().dim(0);
        for (int from = 0; from < count; from += PART) {
            TensorData part = samples.rows(from, Math.min(from + PART, count));
            parts.add(extraction.map(each -> each.of(part).features()).orElseGet(() -> flat(part)));
        }
        return TensorData.joined(parts);
    }

    private static TensorData flat(TensorData samples) {
        int count = samples.shape().dim(0);
        return TensorData.of(samples.toFloats(), Shape.of(count, samples.shape().size() / count));
    }

    @Override
    public void close() {
        extraction.ifPresent(Extraction::close);
    }
}
