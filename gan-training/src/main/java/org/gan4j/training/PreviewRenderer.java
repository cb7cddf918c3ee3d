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

/** A renderer of a preview with the current weights, always with the same latents and the same data. */
public final class PreviewRenderer implements AutoCloseable {
    private static final String SAMPLES = "samples";

    private final SamplePreview preview;
    private final Program program;
    private final Set<String> inputs;
    private final Map<String, TensorData> data = new HashMap<>();

    /**
     * Creates a renderer.
     *
     * @param data the data whose first samples are used, repeated if there are too few; read only if the preview uses
     *     them
     */
    public PreviewRenderer(Session session, SamplePreview preview, Dataset data, long seed) {
        this.preview = preview;
        List<Field> fields = data.fields();
        Graph graph = Graph.of(Stage.named("preview")
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

    /** Returns the preview that is rendered. */
    public SamplePreview preview() {
        return preview;
    }

    /** Returns the samples after a number of steps. */
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
