package org.gan4j.api.training;

/** A loss or a gradient became NaN or infinite, and training stopped. */
public class NonFiniteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int step;
    private final String player;

    /**
     * @param step the step that failed, counted from 1
     * @param player whose move it was
     * @param what the value that was not finite, such as {@code loss.critic}
     */
    public NonFiniteException(int step, String player, String what, double value) {
        super("step " + step + ": " + what + " of the player " + player + " became " + value
                + ", so training stopped. A lower learning rate, another seed or a loss with a penalty may help.");
        this.step = step;
        this.player = player;
    }

    public int step() {
        return step;
    }

    public String player() {
        return player;
    }
}
