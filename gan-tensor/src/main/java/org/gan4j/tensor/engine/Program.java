package org.gan4j.tensor.engine;

import java.util.Map;
import org.gan4j.tensor.TensorData;

/** A compiled graph. */
public interface Program extends AutoCloseable {
    /**
     * Runs all stages and updates the variables.
     *
     * @param feeds a value for each input of the graph, by name
     * @throws IllegalArgumentException if an input is missing, unknown, or of another shape or element type
     * @throws IllegalStateException if the program or its session is closed
     */
    RunResult run(Map<String, TensorData> feeds);

    /**
     * Returns the kernels of this program, with the times of its last run.
     *
     * @throws UnsupportedOperationException if the engine does not measure its programs
     */
    default Explanation explain() {
        throw new UnsupportedOperationException("this engine does not explain its programs");
    }

    @Override
    void close();
}
