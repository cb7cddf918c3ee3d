package org.gan4j.training;

import java.util.HashMap;
import java.util.Map;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** The trace of one update: data are graph inputs, and networks are applied to their variables. */
final class TrainingUpdate implements UpdateContext {
    static final String STEP = "step";

    private final Map<String, Field> fields;
    private final int batchSize;
    private final int batch;
    private final Tensor step;
    private final RandomKey random;
    private final ForwardPass pass;
    private final Map<String, Tensor> data = new HashMap<>();

    /**
     * Creates the trace.
     *
     * @param batch the index of the batch within the step; it also names the random streams, so updates with the same
     *     batch draw the same numbers
     */
    TrainingUpdate(Map<String, Field> fields, int batchSize, int batch, long seed) {
        this.fields = fields;
        this.batchSize = batchSize;
        this.batch = batch;
        this.step = Tensor.input(STEP, DType.INT);
        // the names of these streams are fixed: other names would draw other numbers
        this.random = RandomKey.of(seed).child("round").child("move" + batch).at(step);
        this.pass = ForwardPass.training(random.child("layers"));
    }

    /** Returns the input name of a field in one of the step's batches. */
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
            throw new IllegalArgumentException("the data have no field " + name + ": use one of " + fields.keySet());
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
    public Tensor step() {
        return step;
    }

    @Override
    public Parameters parameters() {
        return Parameters.variables();
    }

    @Override
    public Outputs apply(Network network, Inputs inputs) {
        return network.apply(parameters(), pass, inputs);
    }

    /** Returns the new values of the applied networks' state. */
    Map<Variable, Tensor> updates() {
        return pass.updates();
    }
}
