package org.gan4j.dsl.run;

import org.gan4j.api.training.Diagnosis;

/** Ends a training that must go back to an earlier checkpoint, in the step of the failure or before the first one. */
public final class ActiveFailureException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Diagnosis failure;

    ActiveFailureException(Diagnosis failure) {
        super(failure.toString());
        this.failure = failure;
    }

    /** Returns the earliest failure that is not over. */
    public Diagnosis failure() {
        return failure;
    }
}
