package org.gan4j.api.training;

/**
 * An exception that stops training because code that is not Gan4J's own failed: a listener, or a class of a plug-in. Its
 * message names the step, the class and where that comes from; its cause is what the class threw.
 */
public class FailedPartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int step;
    private final String part;
    private final String from;

    /**
     * Creates the exception.
     *
     * @param step the step at which the part failed, counted from 1; 0 before the first step
     * @param part the name of the class that failed
     * @param from the jar of the plug-in, or {@code the program}
     * @param message the whole sentence
     * @param cause what the class threw
     */
    public FailedPartException(int step, String part, String from, String message, Throwable cause) {
        super(message, cause);
        this.step = step;
        this.part = part;
        this.from = from;
    }

    /** Returns the step at which the part failed, counted from 1; 0 before the first step. */
    public int step() {
        return step;
    }

    /** Returns the name of the class that failed. */
    public String part() {
        return part;
    }

    /** Returns the jar of the plug-in that the class comes from, or {@code the program}. */
    public String from() {
        return from;
    }
}
