package org.gan4j.dsl.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** A sampler whose samples are of one class after the other, as many of each as were asked for. */
final class ClassBlocks implements LatentSampler {
    private final Map<LatentSampler, Integer> blocks = new LinkedHashMap<>();
    private final LatentSampler first;

    /** @param counts the number of samples of each class, which sum to the rows of latents that will be given */
    ClassBlocks(ConditionalSampler sampler, Map<String, Integer> counts) {
        counts.forEach((label, count) -> blocks.put(sampler.of(label), count));
        this.first = blocks.keySet().iterator().next();
    }

    @Override
    public LatentSpace latents() {
        return first.latents();
    }

    @Override
    public Shape sample() {
        return first.sample();
    }

    @Override
    public TensorData samples(TensorData latents, Weights weights) {
        List<TensorData> parts = new ArrayList<>();
        int from = 0;
        for (Map.Entry<LatentSampler, Integer> block : blocks.entrySet()) {
            if (block.getValue() > 0) {
                int to = from + block.getValue();
                parts.add(block.getKey().samples(latents.rows(from, to), weights));
                from = to;
            }
        }
        return TensorData.joined(parts);
    }
}
