package org.gan4j.testkit;

import static org.gan4j.testkit.OpExample.smooth;

import java.util.List;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.functions.Recurrent;
import org.gan4j.tensor.functions.Recurrent.LstmState;

/** Examples of the steps of recurrent networks. */
final class RecurrentExamples {
    private RecurrentExamples() {}

    static List<OpExample> all() {
        return List.of(
                smooth(
                        "Recurrent.lstm",
                        "one step",
                        in -> joined(Recurrent.lstm(
                                in.get(0), new LstmState(in.get(1), in.get(2)), in.get(3), in.get(4), in.get(5))),
                        Points.signed(1, 2, 3),
                        Points.signed(2, 2, 2),
                        Points.signed(3, 2, 2),
                        Points.signed(4, 8, 3),
                        Points.signed(5, 8, 2),
                        Points.signed(6, 8)),
                smooth(
                        "Recurrent.lstm",
                        "two steps of one sample",
                        in -> {
                            LstmState state = new LstmState(in.get(1), in.get(1));
                            state = Recurrent.lstm(in.get(0), state, in.get(2), in.get(3), in.get(4));
                            return joined(Recurrent.lstm(in.get(0), state, in.get(2), in.get(3), in.get(4)));
                        },
                        Points.signed(1, 1, 2),
                        Points.signed(2, 1, 1),
                        Points.signed(3, 4, 2),
                        Points.signed(4, 4, 1),
                        Points.signed(5, 4)),
                smooth(
                        "Recurrent.gru",
                        "one step",
                        in -> Recurrent.gru(in.get(0), in.get(1), in.get(2), in.get(3), in.get(4), in.get(5)),
                        Points.signed(1, 2, 3),
                        Points.signed(2, 2, 2),
                        Points.signed(3, 6, 3),
                        Points.signed(4, 6, 2),
                        Points.signed(5, 6),
                        Points.signed(6, 6)));
    }

    private static Tensor joined(LstmState state) {
        return Tensor.concat(1, state.hidden(), state.cell());
    }
}
