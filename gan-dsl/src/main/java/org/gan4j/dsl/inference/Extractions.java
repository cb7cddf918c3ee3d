package org.gan4j.dsl.inference;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.evaluation.Extraction.Extracted;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.tensor.engine.Engine;

/**
 * The extractors that the evaluations of one GAN use. They stay open, and the features of the data of training are kept,
 * so that evaluations during training compute those of samples alone.
 */
public final class Extractions implements AutoCloseable {
    private final Engine engine;
    private final Supplier<ReferenceData> training;
    private final Map<Opened, Extraction> open = new HashMap<>();
    private final Map<Kept, Extracted> kept = new HashMap<>();

    /** An extractor of samples of one form. */
    private record Opened(Extractor extractor, Field field) {}

    /**
     * The features of rows of the data of training.
     *
     * @param rows the number of rows, in the order that the seed selects
     */
    record Kept(Extractor extractor, Field field, long seed, int rows) {}

    /**
     * Creates the extractions; opens nothing yet.
     *
     * @param engine computes the features
     * @param training gives the data that an extractor may learn from
     */
    public Extractions(Engine engine, Supplier<ReferenceData> training) {
        this.engine = engine;
        this.training = training;
    }

    /** Returns the running extractor of what is compared, and opens it first if necessary. */
    Extraction of(Extractor extractor, Comparison comparison) {
        Opened key = new Opened(extractor, comparison.with());
        Extraction known = open.get(key);
        if (known == null) {
            known = extractor.open(
                    engine,
                    extractor.learns()
                            ? new ReferenceRows(training.get(), comparison)
                            : LearningData.none(comparison.with()));
            open.put(key, known);
        }
        return known;
    }

    Optional<Extracted> kept(Kept key) {
        return Optional.ofNullable(kept.get(key));
    }

    /** Keeps the features of data in place of those that were kept before for this extractor and field. */
    void keep(Kept key, Extracted features) {
        kept.keySet().removeIf(other -> other.extractor.equals(key.extractor) && other.field.equals(key.field));
        kept.put(key, features);
    }

    @Override
    public void close() {
        open.values().forEach(Extraction::close);
        open.clear();
        kept.clear();
    }
}
