package org.gan4j.training;

/** An exception for a run directory that somebody else is training in. */
public class RunLockedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with a sentence that names the owner of the lock. */
    public RunLockedException(String message) {
        super(message);
    }
}
