package org.gan4j.training.diagnosis;

import java.util.Optional;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.Diagnosis.Kind;

/**
 * The beginning or the end of a failure.
 *
 * @param step the number of completed steps
 * @param kind the kind of failure
 * @param player the player that fails, or has recovered
 * @param source the origin of the evidence
 * @param diagnosis the failure that began; empty if it is over
 */
public record DiagnosisEvent(int step, Kind kind, String player, Source source, Optional<Diagnosis> diagnosis) {
    /** The origin of the evidence. */
    public enum Source {
        /** The metrics of the latest steps. */
        METRICS,
        /** Samples. */
        SAMPLES,
        /** A step that failed. */
        STEP
    }

    /** Returns the beginning of a failure. */
    public static DiagnosisEvent of(Diagnosis diagnosis, Source source) {
        return new DiagnosisEvent(
                diagnosis.step(), diagnosis.kind(), diagnosis.player(), source, Optional.of(diagnosis));
    }
}
