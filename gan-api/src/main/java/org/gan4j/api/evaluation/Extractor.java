package org.gan4j.api.evaluation;

import java.util.Optional;
import org.gan4j.api.Component;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.engine.Engine;

/**
 * A way to turn samples into features, vectors by which metrics compare them: a pretrained network, a classifier that
 * was trained on the data, or the pixels themselves. Numbers that were measured by different extractors cannot be
 * compared.
 */
public interface Extractor extends Component {
    /** Returns whether samples of this field have features. Defaults to images, 1×H×W or 3×H×W. */
    default boolean appliesTo(Field samples) {
        return samples.isImage();
    }

    /**
     * Returns the name of the pretrained network that computes the features, such as {@code mobilenet-v2}. A network that
     * taught a generator must not judge it. Empty by default: none.
     */
    default Optional<String> network() {
        return Optional.empty();
    }

    /** Returns whether it computes probabilities of the data's classes, too, so that it needs labels. Defaults to false. */
    default boolean classifies() {
        return false;
    }

    /**
     * Returns whether it learns from data. If so, it is given the data that the GAN was trained on; if not, it is given
     * nothing, and they may be absent. Defaults to false.
     */
    default boolean learns() {
        return false;
    }

    /** Returns whether it is used only if it is asked for by name, since it takes long. Defaults to false. */
    default boolean isOnRequest() {
        return false;
    }

    /**
     * Returns why it cannot be used for data on this machine, such as a file that is missing, as a sentence with what to
     * do. Empty by default: it can.
     */
    default Optional<String> problem(DataSchema data) {
        return Optional.empty();
    }

    /**
     * Returns the name of a metric's result by these features, where the literature has one of its own, such as {@code
     * fid} for {@code frechet} by the network that defines it. Defaults to the name itself.
     */
    default String named(String result) {
        return result;
    }

    /**
     * Prepares the extraction, which reads or learns the weights.
     *
     * @param engine computes the features
     * @param samples the data that it learns from; without rows if it does not {@linkplain #learns() learn}
     * @throws IllegalArgumentException if a file with weights is missing or unusable, or the data lack labels or are too
     *     few; the message states what to do
     */
    Extraction open(Engine engine, LearningData samples);
}
