package org.gan4j.training;

import java.util.HashMap;
import java.util.Map;
import org.gan4j.api.Field;
import org.gan4j.api.Inputs;
import org.gan4j.api.Move;
import org.gan4j.api.Network;
import org.gan4j.api.Outputs;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** Writes one move down: data are inputs, networks are applied to their variables. */
final class TracedMove implements Move {
    static final String ROUND = "round";

    private final Map<String, Field> fields;
    private final int batchSize;
    private final int batch;
    private final Tensor round;
    private final RandomKey random;
    private final Pass pass;
    private final Map<String, Tensor> data = new HashMap<>();

    /**
     * @param batch which of the round's batches this move uses; it also names the random streams, so moves with the same
     *     batch draw the same numbers
     */
    TracedMove(Map<String, Field> fields, int batchSize, int batch, long seed) {
        this.fields = fields;
        this.batchSize = batchSize;
        this.batch = batch;
        this.round = Tensor.input(ROUND, DType.INT);
        this.random = RandomKey.of(seed).child("round").child("move" + batch).at(round);
        this.pass = Pass.training(random.child("layers"));
    }

    /** The name under which a field of one of the round's batches is fed. */
    static String input(int batch, String field) {
        return "batch" + batch + "/" + field;
    }

    @Override
    public int batchSize() {
        return batchSize;
    }

    @Override
    public Tensor data(String name) {
        Field field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("the data have no field " + name + "; they have " + fields.keySet());
        }
        return data.computeIfAbsent(
                name,
                any -> Tensor.input(
                        input(batch, name),
                        field.dtype(),
                        field.batch(batchSize).dims()));
    }

    @Override
    public RandomKey random(String name) {
        return random.child(name);
    }

    @Override
    public Tensor round() {
        return round;
    }

    @Override
    public Parameters parameters() {
        return Parameters.variables();
    }

    @Override
    public Outputs apply(Network network, Inputs inputs) {
        return network.apply(parameters(), pass, inputs);
    }

    /** What the networks that were applied say their state should become. */
    Map<Variable, Tensor> updates() {
        return pass.updates();
    }
}
