package org.gan4j.bench.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.gan4j.api.training.BatchSource;
import org.gan4j.bench.Contestant;
import org.gan4j.bench.Step;

/**
 * The peer's side: libtorch in eager mode. It cycles through the first batches of the run, which are already in memory,
 * so reading costs it nothing. Tensors that a step creates are freed at its end.
 */
public final class Peer implements Contestant {
    private static final int BATCHES = 8;

    private final PeerStep step;
    private final List<Map<String, Tensor>> batches = new ArrayList<>();
    private int number;

    /** Reads the batches that the steps use. */
    public Peer(PeerStep step, BatchSource source) {
        this.step = step;
        for (int i = 0; i < BATCHES; i++) {
            Map<String, Tensor> batch = new HashMap<>();
            source.batch(i)
                    .forEach((field, data) -> batch.put(
                            field,
                            InjectedRandoms.of(data.toFloats(), data.shape().dims())));
            batches.add(batch);
        }
    }

    @Override
    @SuppressWarnings("try") // the scope only needs to be closed
    public Step step() {
        Map<String, Tensor> batch = batches.get(number % BATCHES);
        try (PointerScope scope = new PointerScope()) {
            long began = System.nanoTime();
            Map<String, Double> losses = step.run(number++, batch);
            return new Step(System.nanoTime() - began, losses);
        }
    }

    @Override
    public void close() {
        batches.forEach(batch -> batch.values().forEach(Tensor::close));
    }
}
