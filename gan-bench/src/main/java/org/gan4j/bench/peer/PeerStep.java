package org.gan4j.bench.peer;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** A training step as a PyTorch user writes it. */
public interface PeerStep {
    /**
     * Runs a step.
     *
     * @param number the number of the step, counted from 0
     * @param batch the fields of the data by name
     * @return the losses by Gan4J's names
     */
    Map<String, Double> run(int number, Map<String, Tensor> batch);
}
