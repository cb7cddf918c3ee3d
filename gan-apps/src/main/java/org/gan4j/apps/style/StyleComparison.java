package org.gan4j.apps.style;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.inference.LatentSampler;

/**
 * The comparison of samples with data, truncated in W if an evaluation asks for it.
 *
 * @param image the field of the data
 * @param sampler makes the samples
 */
record StyleComparison(Field image, LatentSampler sampler) implements Evaluable {
    @Override
    public List<Comparison> comparisons() {
        return Evaluable.samples(image, sampler).comparisons();
    }

    @Override
    public Optional<Evaluable> truncated(double most) {
        return sampler.truncated(most).map(each -> Evaluable.samples(image, each));
    }
}
