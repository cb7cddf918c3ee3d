package org.gan4j.dsl.inference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.AveragedVariables;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Traversal;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;

/**
 * An inference runner that computes many rows in batches of 64, and the rest in one batch of the smallest power of two
 * that holds it, padded: one row costs about one row. Each batch size is compiled on its first use. Threads take turns
 * by the GAN's lock.
 *
 * <p>A row's result depends on the other rows of a call by rounding alone: batches of another size may add the same
 * numbers in another order. The rows of whole batches are always equal.
 */
public final class PaddedRunner implements InferenceRunner, AutoCloseable {
    private static final int BATCH = 64;
    private static final String OUT = "out";

    private final Session session;
    private final ReentrantLock lock;
    private final AveragedVariables averages;
    private final Consumer<Collection<Variable>> restoring;
    private final List<Traced> prepared = new ArrayList<>();

    /**
     * Creates a runner.
     *
     * @param session holds the variables
     * @param lock held while the session is in use
     * @param averages the variables that have a moving average
     * @param restoring restores the variables that a function reads, before it is compiled
     */
    public PaddedRunner(
            Session session, ReentrantLock lock, AveragedVariables averages, Consumer<Collection<Variable>> restoring) {
        this.session = session;
        this.lock = lock;
        this.averages = averages;
        this.restoring = restoring;
    }

    @Override
    public Prepared prepare(List<Field> inputs, BiFunction<Parameters, Map<String, Tensor>, Tensor> output) {
        lock.lock();
        try {
            Traced added = new Traced(inputs, output);
            prepared.add(added);
            return added;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        prepared.forEach(Traced::close);
    }

    /** Returns the size of the next batch if this many rows are left. */
    private static int batchFor(int rows) {
        return rows >= BATCH ? BATCH : Integer.highestOneBit(2 * rows - 1);
    }

    private record Key(int size, Weights weights) {}

    private record Compiled(Program program, Set<String> inputs) {}

    private final class Traced implements Prepared {
        private final List<Field> inputs;
        private final BiFunction<Parameters, Map<String, Tensor>, Tensor> function;
        private final Tensor whole;
        private final Map<Key, Compiled> compiled = new HashMap<>();

        private Traced(List<Field> inputs, BiFunction<Parameters, Map<String, Tensor>, Tensor> function) {
            this.inputs = List.copyOf(inputs);
            this.function = function;
            this.whole = whole();
        }

        /** Traces a whole batch; a single row if a batch of such large rows exceeds the largest tensor. */
        private Tensor whole() {
            try {
                return traced(new Key(BATCH, Weights.LATEST));
            } catch (ShapeException large) {
                return traced(new Key(1, Weights.LATEST));
            }
        }

        private Tensor traced(Key key) {
            Map<String, Tensor> batch = new LinkedHashMap<>();
            for (Field field : inputs) {
                batch.put(
                        field.name(),
                        Tensor.input(
                                field.name(),
                                field.dtype(),
                                field.batch(key.size).dims()));
            }
            return function.apply(averages.parameters(key.weights), batch);
        }

        @Override
        public Shape output() {
            return whole.shape().without(0);
        }

        @Override
        public TensorData run(Map<String, TensorData> rows, Weights weights) {
            int count = count(rows);
            if (weights == Weights.EMA) {
                averages.require(Traversal.variables(whole));
            }
            lock.lock();
            try {
                return TensorData.joined(
                        whole.dtype(),
                        whole.shape().with(0, count),
                        IntStream.iterate(0, from -> from < count, from -> from + BATCH)
                                .mapToObj(from -> batch(rows, from, Math.min(from + BATCH, count), weights)));
            } finally {
                lock.unlock();
            }
        }

        private int count(Map<String, TensorData> rows) {
            int count = -1;
            for (Field field : inputs) {
                TensorData given = rows.get(field.name());
                if (given == null) {
                    throw new IllegalArgumentException("the input " + field.name() + " is missing");
                }
                Shape shape = given.shape();
                if (given.dtype() != field.dtype()
                        || shape.rank() == 0
                        || !shape.equals(field.batch(shape.dim(0)))
                        || count >= 0 && shape.dim(0) != count) {
                    throw new IllegalArgumentException("the input " + field.name() + " must be " + field.dtype() + " "
                            + field.batch(Math.max(1, count)) + (count < 0 ? ", with any number of rows" : "")
                            + "; it is " + given.dtype() + " " + shape);
                }
                count = shape.dim(0);
            }
            return count;
        }

        private TensorData batch(Map<String, TensorData> rows, int from, int to, Weights weights) {
            Key key = new Key(batchFor(to - from), weights);
            Compiled at = compiled.computeIfAbsent(key, this::compiled);
            Map<String, TensorData> batch = new HashMap<>();
            for (String input : at.inputs) {
                batch.put(input, rows.get(input).rows(from, to).padded(key.size));
            }
            return at.program.run(batch).get(OUT).rows(0, to - from);
        }

        private Compiled compiled(Key key) {
            Tensor output = traced(key);
            restoring.accept(Traversal.variables(output));
            Graph graph = Graph.of(Stage.named("inference").output(OUT, output));
            return new Compiled(session.compile(graph), graph.inputs()); // a function may ignore inputs
        }

        private void close() {
            compiled.values().forEach(each -> each.program.close());
        }
    }
}
