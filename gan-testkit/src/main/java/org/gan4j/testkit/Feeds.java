package org.gan4j.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Schedule;
import org.gan4j.tensor.engine.Stage;

/**
 * Selection of the feeds that a stage uses. Gradients often do not need every input, and programs refuse unknown ones.
 */
final class Feeds {
    private Feeds() {}

    static Map<String, TensorData> used(Stage stage, Map<String, TensorData> feeds) {
        Set<String> names = new Schedule(Graph.of(stage)).inputs().keySet();
        Map<String, TensorData> used = new HashMap<>(feeds);
        used.keySet().retainAll(names);
        return used;
    }
}
