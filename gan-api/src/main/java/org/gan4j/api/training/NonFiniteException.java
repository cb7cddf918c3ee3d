package org.gan4j.api.training;

/** An exception that stops training because a loss, a gradient or a variable became NaN or infinite. */
public class NonFiniteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int step;
    private final String player;
    private final String evidence;

    /**
     * Creates the exception with a message that names the step, the player and the value.
     *
     * @param step the step that failed, counted from 1
     * @param player the name of the player whose update failed
     * @param what the name of the value, such as {@code loss.critic}
     * @param value the value, NaN or infinite
     */
    public NonFiniteException(int step, String player, String what, double value) {
        this(step, player, what, value, "");
    }

    /**
     * Creates the exception with a message that also names the first cause.
     *
     * @param step the step that failed, counted from 1
     * @param player the name of the player whose update failed
     * @param what the name of the value, such as {@code loss.critic}
     * @param value the value, NaN or infinite
     * @param cause the first value that was not finite and where it came from, as a sentence without its full stop;
     *     empty if it is not known
     */
    public NonFiniteException(int step, String player, String what, double value, String cause) {
        super("step " + step + ": " + what + " of the player " + player + " became " + value + ", so training stopped."
                + (cause.isEmpty() ? "" : " " + cause + ".")
                + " A lower learning rate, another seed or a loss with a penalty may help.");
        this.step = step;
        this.player = player;
        this.evidence = what + " became " + value + (cause.isEmpty() ? "" : ". " + cause);
    }

    /**
     * Creates the exception for a variable whose value is in no loss or gradient of the step, so that only the check before
     * a checkpoint finds it.
     *
     * @param step the step after which the variable was found, counted from 1
     * @param variable the name of the variable
     * @param value the value, NaN or infinite
     */
    public NonFiniteException(int step, String variable, double value) {
        super("step " + step + ": the variable " + variable + " became " + value
                + ", so training stopped and wrote no checkpoint. A lower learning rate, another seed or a loss with a"
                + " penalty may help.");
        this.step = step;
        this.player = "";
        this.evidence = "the variable " + variable + " became " + value;
    }

    /** Returns the step that failed, counted from 1. */
    public int step() {
        return step;
    }

    /** Returns the name of the player whose update failed, or an empty text if a variable was found. */
    public String player() {
        return player;
    }

    /** Returns the failure as a diagnosis. */
    public Diagnosis diagnosis() {
        return new Diagnosis(step, Diagnosis.Kind.NON_FINITE, player, evidence);
    }
}
