package org.gan4j.training;

import java.util.LinkedHashMap;
import java.util.List;
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

/** The trace of a preview: networks are applied for inference, and random numbers are the same each time. */
final class PreviewUpdate implements UpdateContext {
    static final String STEP = "step";

    private final int count;
    private final long seed;
    private final Tensor step = Tensor.input(STEP, DType.INT);
    private final Map<String, Tensor> data = new LinkedHashMap<>();

    PreviewUpdate(List<Field> fields, int count, long seed) {
        this.count = count;
        this.seed = seed;
        for (Field field : fields) {
            data.put(
                    field.name(),
                    Tensor.input(
                            input(field.name()),
                            field.dtype(),
                            field.batch(count).dims()));
        }
    }

    /** Returns the input name of a field. */
    static String input(String field) {
        return "data/" + field;
    }

    @Override
    public int batchSize() {
        return count;
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
        return RandomKey.of(seed).child(name);
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
        return network.apply(parameters(), ForwardPass.inference(), inputs);
    }
}
