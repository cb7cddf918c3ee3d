package org.gan4j.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/** The trace of an update or a preview: the step and the data are graph inputs, and variables have their own values. */
abstract class TracedUpdate implements UpdateContext {
    static final String STEP = "step";

    private final int batchSize;
    private final int parts;
    private final Tensor step;
    private final RandomKey random;
    private final ForwardPass pass;
    private final Map<String, Tensor> data = new LinkedHashMap<>();

    /**
     * Creates the trace.
     *
     * @param part the part of the batch that the trace sees
     * @param batch the beginning of the names of the inputs
     * @param step the number of the step
     */
    TracedUpdate(List<Field> fields, BatchPart part, String batch, Tensor step, RandomKey random, ForwardPass pass) {
        this.batchSize = part.size();
        this.parts = part.count();
        this.step = step;
        this.random = random;
        this.pass = pass;
        for (Field field : fields) {
            Tensor whole = Tensor.input(
                    part.input(batch + "/" + field.name()),
                    field.dtype(),
                    field.batch(part.batchSize()).dims());
            data.put(field.name(), part.of(whole));
        }
    }

    static Tensor stepInput(BatchPart part) {
        return Tensor.input(part.input(STEP), DType.INT);
    }

    @Override
    public int batchSize() {
        return batchSize;
    }

    @Override
    public int parts() {
        return parts;
    }

    @Override
    public Tensor data(String field) {
        Tensor found = data.get(field);
        if (found == null) {
            throw new IllegalArgumentException("the data have no field " + field + ": use one of " + data.keySet());
        }
        return found;
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
    public ForwardPass pass() {
        return pass;
    }
}
