package org.gan4j.training.diagnosis;

import java.util.Locale;
import java.util.Optional;
import org.gan4j.api.training.Diagnosis;

/** A detector of one kind of failure. It is a pure function of what it looks at. */
public interface Detector {
    /** Returns the kind that is detected. */
    Diagnosis.Kind kind();

    /**
     * Returns the failure.
     *
     * @param step the number of completed steps
     * @param player the player that fails
     * @param format the evidence, as for {@link String#format}
     */
    default Optional<Diagnosis> found(int step, String player, String format, Object... values) {
        return Optional.of(new Diagnosis(step, kind(), player, String.format(Locale.ROOT, format, values)));
    }
}
