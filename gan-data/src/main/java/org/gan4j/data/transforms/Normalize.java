package org.gan4j.data.transforms;

import org.gan4j.api.data.Transform;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;

/**
 * A stretch of each image's contrast, so that its darkest value becomes -1 and its brightest 1, over all channels
 * together. An image of one value becomes 0.
 */
public record Normalize() implements Transform {
    @Override
    public String name() {
        return "normalize";
    }

    @Override
    public String summary() {
        return "stretches each image's contrast to the full range";
    }

    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public TensorData apply(TensorData images, Philox random) {
        Planes planes = Planes.copyOf(images);
        for (int image = 0; image < planes.count(); image++) {
            int from = planes.at(image, 0, 0);
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (int at = from; at < from + planes.size(); at++) {
                low = Math.min(low, planes.values()[at]);
                high = Math.max(high, planes.values()[at]);
            }
            for (int at = from; at < from + planes.size(); at++) {
                planes.values()[at] = high > low ? 2 * (planes.values()[at] - low) / (high - low) - 1 : 0;
            }
        }
        return planes.data();
    }
}
