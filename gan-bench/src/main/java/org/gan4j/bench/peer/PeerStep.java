package org.gan4j.bench.peer;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** A step of training as a PyTorch user writes it. */
public interface PeerStep {
    /**
     * Makes a step.
     *
     * @param number counted from 0
     * @param batch the fields of the data
     * @return the losses, under our names
     */
    Map<String, Double> run(int number, Map<String, Tensor> batch);
}
