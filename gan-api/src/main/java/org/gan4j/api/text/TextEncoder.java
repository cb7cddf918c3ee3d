package org.gan4j.api.text;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.Component;

/**
 * A component that encodes texts as vectors, so that texts of similar meaning have similar vectors. It is not trained
 * with the GAN: a text always has the same vector. A run records its encoder by name.
 */
public interface TextEncoder extends Component {
    /** Returns the number of values in a vector. */
    int size();

    /**
     * Returns the reason why a text cannot be encoded, such as "it is empty"; empty if it can. By default, all texts but
     * blank ones can.
     */
    default Optional<String> problem(String text) {
        return text.isBlank() ? Optional.of("it is empty") : Optional.empty();
    }

    /**
     * Encodes texts.
     *
     * @return one vector of {@link #size()} values and length 1 per text
     * @throws IllegalArgumentException if a text has a {@linkplain #problem problem}
     */
    float[][] encode(List<String> texts);
}
