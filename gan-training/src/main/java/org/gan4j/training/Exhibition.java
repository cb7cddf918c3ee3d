package org.gan4j.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gan4j.api.Dataset;
import org.gan4j.api.Exhibit;
import org.gan4j.api.Field;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;

/** Shows an exhibit with what the networks have learnt so far: the same latents and the same data each time. */
public final class Exhibition implements AutoCloseable {
    private static final String SAMPLES = "samples";

    private final Exhibit exhibit;
    private final Program program;
    private final Set<String> inputs;
    private final Map<String, TensorData> data = new HashMap<>();

    /** @param data its first samples are shown, again from the first if there are too few; read only if they are used */
    public Exhibition(Session session, Exhibit exhibit, Dataset data, long seed) {
        this.exhibit = exhibit;
        List<Field> fields = data.fields();
        Graph graph = Graph.of(Stage.named("exhibit")
                .output(SAMPLES, exhibit.samples().apply(new ShownMove(fields, exhibit.count(), seed))));
        this.program = session.compile(graph);
        this.inputs = graph.inputs();
        if (fields.stream().anyMatch(field -> inputs.contains(ShownMove.input(field.name())))) {
            int[] first = IntStream.range(0, exhibit.count())
                    .map(i -> i % data.size())
                    .toArray();
            data.read(first).forEach((field, values) -> this.data.put(ShownMove.input(field), values));
            this.data.keySet().retainAll(inputs);
        }
    }

    public Exhibit exhibit() {
        return exhibit;
    }

    /** The samples after so many rounds. */
    public TensorData show(int rounds) {
        Map<String, TensorData> feeds = new HashMap<>(data);
        if (inputs.contains(ShownMove.ROUND)) {
            feeds.put(ShownMove.ROUND, TensorData.scalar(rounds));
        }
        return program.run(feeds).get(SAMPLES);
    }

    @Override
    public void close() {
        program.close();
    }
}
