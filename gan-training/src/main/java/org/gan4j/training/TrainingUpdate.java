package org.gan4j.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Player;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** The trace of one update of a player. */
final class TrainingUpdate extends TracedUpdate {
    private final Player player;
    private final IntPredicate due;
    private final Parameters at;

    private TrainingUpdate(
            Player player,
            Parameters at,
            IntPredicate due,
            List<Field> fields,
            BatchPart part,
            int batch,
            Tensor step,
            RandomKey random) {
        super(fields, part, "batch" + batch, step, random, ForwardPass.training(random.child("layers")));
        this.player = player;
        this.at = at;
        this.due = due;
    }

    /**
     * Creates the trace.
     *
     * @param due tells by its period whether a term is added in this step
     * @param part the part of the batch that the update sees
     * @param batch the index of the batch within the step; it also names the random streams, so updates with the same
     *     batch draw the same numbers
     * @param at the values that stand for the networks' variables
     */
    static TrainingUpdate of(
            Player player, IntPredicate due, List<Field> fields, BatchPart part, int batch, long seed, Parameters at) {
        Tensor step = stepInput(part);
        // the names of these streams are fixed: other names would draw other numbers
        RandomKey random = part.random(RandomKey.of(seed).child("round").child("move" + batch))
                .at(step);
        return new TrainingUpdate(player, at, due, fields, part, batch, step, random);
    }

    /** Returns the input name of a field in one of the step's batches. */
    static String input(int batch, String field) {
        return "batch" + batch + "/" + field;
    }

    @Override
    public Parameters parameters() {
        return at;
    }

    @Override
    public boolean isDue(int period) {
        return due.test(period);
    }

    @Override
    public void update(Variable state, Tensor next) {
        if (!player.state().contains(state)) {
            throw new IllegalArgumentException("the player " + player.name() + " cannot set " + state.name()
                    + ", which it does not own: add it to the player's networks or to Player.state");
        }
        pass().update(state, next);
    }

    /** Returns the new values of the player's state. */
    Map<Variable, Tensor> updates() {
        Map<Variable, Tensor> reported = pass().updates();
        Map<Variable, Tensor> own = new LinkedHashMap<>();
        for (Variable state : player.state()) {
            if (reported.containsKey(state)) {
                own.put(state, reported.get(state));
            }
        }
        return own;
    }
}
