package org.gan4j.dsl.inference;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** A sampler for rows of interpolations: all samples of a row are of one class, and rows take the classes in turn. */
public final class ClassRows implements LatentSampler {
    private final List<LatentSampler> classes;
    private final int across;

    /** @param across the number of samples in a row */
    public ClassRows(ConditionalSampler sampler, int across) {
        this.classes = sampler.labels().stream().map(sampler::of).toList();
        this.across = across;
    }

    @Override
    public LatentSpace latents() {
        return classes.get(0).latents();
    }

    @Override
    public Shape sample() {
        return classes.get(0).sample();
    }

    @Override
    public TensorData samples(TensorData latents, Weights weights) {
        int count = latents.shape().dim(0);
        List<TensorData> rows = new ArrayList<>();
        for (int from = 0; from < count; from += across) {
            LatentSampler ofRow = classes.get(rows.size() % classes.size());
            rows.add(ofRow.samples(latents.rows(from, Math.min(from + across, count)), weights));
        }
        return TensorData.joined(rows);
    }
}
