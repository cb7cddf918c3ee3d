package org.gan4j.training.diagnosis;

import java.util.Optional;
import org.gan4j.api.training.Diagnosis;

/** A detector of one kind of failure in the metrics of the latest steps. It is a pure function. */
public interface MetricsDetector extends Detector {
    /**
     * Returns the failure of a player, if the metrics show it.
     *
     * @param window the metrics of at least {@value MetricsHistory#WINDOW} steps
     * @param player one of the window's players
     */
    Optional<Diagnosis> of(MetricsWindow window, String player);
}
