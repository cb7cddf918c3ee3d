package org.gan4j.training.diagnosis;

import java.util.Optional;
import org.gan4j.api.training.Diagnosis;

/** A detector of one kind of failure in samples. It is a pure function. */
public interface SamplesDetector extends Detector {
    /**
     * Returns the failure of a generator, if its samples show it.
     *
     * @param step the number of completed steps
     * @param player the player that generated the samples
     */
    Optional<Diagnosis> of(int step, String player, SampleDistances distances);
}
