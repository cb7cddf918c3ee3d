package org.gan4j.dsl.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.evaluation.Extraction.Extracted;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.tensor.TensorData;

/**
 * One of the two sides of a comparison, collected part by part: the features of all samples, and as many of the samples
 * themselves as memory allows.
 */
final class JudgedSide {
    /** 256 MB. */
    private static final int MOST_NUMBERS = 1 << 26;

    private final Map<Extractor, List<TensorData>> features = new HashMap<>();
    private final Map<Extractor, List<TensorData>> probabilities = new HashMap<>();
    private final List<TensorData> samples = new ArrayList<>();
    private final List<TensorData> labels = new ArrayList<>();
    private long numbers;
    private boolean full;

    void add(Extractor extractor, Extracted extracted) {
        features.computeIfAbsent(extractor, any -> new ArrayList<>()).add(extracted.features());
        extracted.probabilities().ifPresent(each -> probabilities
                .computeIfAbsent(extractor, any -> new ArrayList<>())
                .add(each));
    }

    void addLabels(TensorData part) {
        labels.add(part);
    }

    /** Adds samples unless there are too many to keep. */
    void addSamples(TensorData part) {
        full |= !samples.isEmpty() && numbers + part.shape().size() > MOST_NUMBERS;
        if (!full) {
            samples.add(part);
            numbers += part.shape().size();
        }
    }

    Extracted extracted(Extractor extractor) {
        return new Extracted(
                TensorData.joined(features.get(extractor)),
                Optional.ofNullable(probabilities.get(extractor)).map(TensorData::joined));
    }

    /** Returns the samples that were kept. */
    TensorData samples() {
        return TensorData.joined(samples);
    }

    /** Returns the labels; empty if there are none. */
    Optional<TensorData> labels() {
        return labels.isEmpty() ? Optional.empty() : Optional.of(TensorData.joined(labels));
    }

    /** Returns the side of some of the rows; of the samples, those of them that were kept. */
    JudgedSide rows(int from, int to) {
        JudgedSide part = new JudgedSide();
        features.forEach((each, all) ->
                part.features.put(each, List.of(TensorData.joined(all).rows(from, to))));
        probabilities.forEach((each, all) ->
                part.probabilities.put(each, List.of(TensorData.joined(all).rows(from, to))));
        if (!samples.isEmpty()) {
            TensorData all = samples();
            int last = Math.min(to, all.shape().dim(0));
            part.samples.add(all.rows(Math.min(from, last), last));
        }
        labels().ifPresent(all -> part.labels.add(all.rows(from, to)));
        return part;
    }
}
