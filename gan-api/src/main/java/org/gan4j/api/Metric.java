package org.gan4j.api;

import java.util.Map;
import org.gan4j.tensor.TensorData;

/** Compares generated samples with data by their features: vectors that a network which knows pictures sees in them. */
public interface Metric extends Component {
    /**
     * The numbers of this metric, by name, in the order to show them.
     *
     * @param real features of data, a row each, [N,F]
     * @param fake features of generated samples, made in the same way, [M,F]
     * @throws IllegalArgumentException if there are too few samples; the sentence says how many it takes
     */
    Map<String, Double> measure(TensorData real, TensorData fake);
}
