package org.gan4j.apps;

import org.gan4j.api.data.Field;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.data.PartlyLabeled;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.OracleCase;

/** An update on given data with given parameters. */
public record GivenUpdate(OracleCase known, Parameters parameters) implements UpdateContext {
    @Override
    public int batchSize() {
        return 4;
    }

    @Override
    public Tensor data(String field) {
        return switch (field) {
            case Field.LABEL -> known.input("labels", DType.INT);
            case Field.CAPTION -> known.input("captions", DType.INT);
            case PartlyLabeled.LABELED -> known.input("labelled", DType.FLOAT);
            case "low-resolution", "source", "other-image" -> known.input(field, DType.FLOAT);
            default -> known.input("real", DType.FLOAT);
        };
    }

    @Override
    public RandomKey random(String name) {
        return RandomKey.of(1).child(name);
    }

    @Override
    public Tensor step() {
        return Tensor.of(new int[] {0});
    }

    @Override
    public ForwardPass pass() {
        return ForwardPass.training(random("layers"));
    }

    @Override
    public void update(Variable state, Tensor next) {
        throw new UnsupportedOperationException("a given update has no state, so it cannot set " + state.name());
    }
}
