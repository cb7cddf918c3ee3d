package org.gan4j.dsl.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;

/**
 * An inference runner that compiles each function for one batch size and pads the last batch. Threads take turns by the
 * GAN's lock.
 */
public final class PaddedRunner implements InferenceRunner, AutoCloseable {
    private static final int BATCH = 64;
    private static final String OUT = "out";

    private final Session session;
    private final ReentrantLock lock;
    private final List<Compiled> compiled = new ArrayList<>();

    /** Creates a runner that holds {@code lock} while it uses the session. */
    public PaddedRunner(Session session, ReentrantLock lock) {
        this.session = session;
        this.lock = lock;
    }

    @Override
    public Prepared prepare(List<Field> inputs, Function<Map<String, Tensor>, Tensor> output) {
        lock.lock();
        try {
            Compiled added = new Compiled(inputs, output);
            compiled.add(added);
            return added;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        compiled.forEach(Compiled::close);
    }

    private final class Compiled implements Prepared {
        private final List<Field> inputs;
        private final Tensor output;
        private Program program;
        private Graph graph;

        private Compiled(List<Field> inputs, Function<Map<String, Tensor>, Tensor> function) {
            this.inputs = List.copyOf(inputs);
            Map<String, Tensor> batch = new LinkedHashMap<>();
            for (Field field : inputs) {
                batch.put(
                        field.name(),
                        Tensor.input(
                                field.name(), field.dtype(), field.batch(BATCH).dims()));
            }
            this.output = function.apply(batch);
        }

        @Override
        public Shape output() {
            return output.shape().without(0);
        }

        @Override
        public TensorData run(Map<String, TensorData> rows) {
            int count = count(rows);
            lock.lock();
            try {
                if (program == null) {
                    graph = Graph.of(Stage.named("inference").output(OUT, output));
                    program = session.compile(graph);
                }
                return TensorData.joined(
                        output.dtype(),
                        output.shape().with(0, count),
                        IntStream.iterate(0, from -> from < count, from -> from + BATCH)
                                .mapToObj(from -> batch(rows, from, Math.min(from + BATCH, count))));
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

        private TensorData batch(Map<String, TensorData> rows, int from, int to) {
            Map<String, TensorData> batch = new HashMap<>();
            for (Field field : inputs) {
                if (graph.inputs().contains(field.name())) { // a function may ignore inputs
                    batch.put(
                            field.name(), rows.get(field.name()).rows(from, to).padded(BATCH));
                }
            }
            return program.run(batch).get(OUT).rows(0, to - from);
        }

        private void close() {
            if (program != null) {
                program.close();
            }
        }
    }
}
