package org.gan4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.nd4j.SameAsReference.normal;
import static org.gan4j.nd4j.SameAsReference.values;

import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.junit.jupiter.api.Test;

/**
 * Tests that results overwrite inputs that die with them; longer than a thread's part, so that a wrong overlap is
 * visible.
 */
class SharedMemoryTest {
    private static final int LENGTH = 40_000;
    private static final long BYTES = 4L * LENGTH;

    private final Tensor x = Variable.of("x", normal("x", LENGTH)).value();
    private final Tensor a = x.flip();
    private final Tensor b = x.reshape(200, 200).transpose().reshape(LENGTH);

    private static long arena(Tensor y) {
        try (Session session = new Nd4jEngine().open();
                Program program = session.compile(Graph.of(Stage.named("s").output("y", y)))) {
            return program.explain().arenaBytes();
        }
    }

    @Test
    void aResultTakesThePlaceOfAnInputThatDies() {
        Tensor y = a.mul(b).add(1).tanh();
        assertThat(arena(y)).isBetween(2 * BYTES, 2 * BYTES + 1000);
        values(y);
    }

    @Test
    void severalResultsTakeSeveralPlaces() {
        Tensor sum = a.add(b);
        Tensor product = sum.mul(a);
        values(sum.flip(), product.flip());
        assertThat(arena(sum.flip().add(product.flip()))).isBetween(3 * BYTES, 3 * BYTES + 1000);
    }

    @Test
    void whatIsStillReadIsNotOverwritten() {
        values(a.mul(2).flip().add(a).flip().sub(a));
        values(a, a.exp(), a.exp().flip().mul(b), b);
        Tensor mean = a.mul(b).mean();
        values(a.sub(mean).square().mean(), a.mul(b).sub(mean));
    }

    @Test
    void whatIsReadStretchedIsNotOverwritten() {
        Tensor row = a.slice(0, 0, 200).flip();
        Tensor column = b.slice(0, 0, 200).flip().reshape(200, 1);
        Tensor y = a.reshape(200, 200).mul(row).add(column);
        values(y, y.transpose().sub(y.tanh()));
        values(a.reshape(200, 200).mul(a.slice(0, 7, 8).exp()));
    }

    @Test
    void whatALaterStageReadsIsNotOverwritten() {
        Variable v = Variable.of("v", normal("v", LENGTH));
        Stage first = Stage.named("first")
                .output("one", a.mul(3).sum())
                .assign(v, v.value().add(a).mul(0.5));
        Stage second =
                Stage.named("second").output("two", a.add(v.value()).flip()).assign(v, a.exp());
        SameAsReference.stages(v, first, second);
    }
}
