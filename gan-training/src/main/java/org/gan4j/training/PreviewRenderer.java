package org.gan4j.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;

/** Shows an exhibit with what the networks have learned so far: the same latents and the same data each time. */
public final class PreviewRenderer implements AutoCloseable {
    private static final String SAMPLES = "samples";

    private final SamplePreview preview;
    private final Program program;
    private final Set<String> inputs;
    private final Map<String, TensorData> data = new HashMap<>();

    /** @param data its first samples are shown, again from the first if there are too few; read only if they are used */
    public PreviewRenderer(Session session, SamplePreview preview, Dataset data, long seed) {
        this.preview = preview;
        List<Field> fields = data.fields();
        Graph graph = Graph.of(Stage.named("exhibit")
                .output(SAMPLES, preview.samples().apply(new PreviewUpdate(fields, preview.count(), seed))));
        this.program = session.compile(graph);
        this.inputs = graph.inputs();
        if (fields.stream().anyMatch(field -> inputs.contains(PreviewUpdate.input(field.name())))) {
            int[] first = IntStream.range(0, preview.count())
                    .map(i -> i % data.size())
                    .toArray();
            data.read(first).forEach((field, values) -> this.data.put(PreviewUpdate.input(field), values));
            this.data.keySet().retainAll(inputs);
        }
    }

    public SamplePreview preview() {
        return preview;
    }

    /** The samples after so many rounds. */
    public TensorData show(int steps) {
        Map<String, TensorData> feeds = new HashMap<>(data);
        if (inputs.contains(PreviewUpdate.STEP)) {
            feeds.put(PreviewUpdate.STEP, TensorData.scalar(steps));
        }
        return program.run(feeds).get(SAMPLES);
    }

    @Override
    public void close() {
        program.close();
    }
}
