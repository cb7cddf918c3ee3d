package org.gan4j.apps;

import org.gan4j.api.Field;
import org.gan4j.api.Inputs;
import org.gan4j.api.Move;
import org.gan4j.api.Network;
import org.gan4j.api.Outputs;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.data.PartlyLabelled;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.testkit.OracleCase;

/** A move on given data with given parameters. */
record GivenMove(OracleCase known, Parameters parameters) implements Move {
    @Override
    public int batchSize() {
        return 4;
    }

    @Override
    public Tensor data(String field) {
        return switch (field) {
            case Field.LABEL -> known.input("labels", DType.INT);
            case PartlyLabelled.LABELLED -> known.input("labelled", DType.FLOAT);
            default -> known.input("real", DType.FLOAT);
        };
    }

    @Override
    public RandomKey random(String name) {
        return RandomKey.of(1).child(name);
    }

    @Override
    public Tensor round() {
        return Tensor.of(new int[] {0});
    }

    @Override
    public Outputs apply(Network network, Inputs inputs) {
        return network.apply(parameters, Pass.training(random("layers")), inputs);
    }
}
