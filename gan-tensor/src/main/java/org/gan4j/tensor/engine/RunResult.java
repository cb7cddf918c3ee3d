package org.gan4j.tensor.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gan4j.tensor.TensorData;

/**
 * The result of a run.
 *
 * @param outputs the outputs of all stages that ran, by name
 * @param nonFinite the guarded output that was NaN or infinite, if there was one: its stage assigned nothing, and no
 *     later stage ran
 */
public record RunResult(Map<String, TensorData> outputs, Optional<NonFinite> nonFinite) {
    /** A guarded output that was not finite. */
    public record NonFinite(String stage, String output, double value) {}

    public RunResult {
        outputs = new LinkedHashMap<>(outputs);
    }

    /**
     * Returns an output by its name.
     *
     * @throws IllegalArgumentException if there is no such output, or if its stage did not run
     */
    public TensorData get(String output) {
        TensorData value = outputs.get(output);
        if (value == null) {
            throw new IllegalArgumentException("no output " + output + "; there are " + outputs.keySet());
        }
        return value;
    }
}
