package org.gan4j.apps.refinement;

import java.awt.image.BufferedImage;
import java.util.List;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.api.inference.Weights;
import org.gan4j.apps.images.ImageMapping;
import org.gan4j.tensor.TensorData;

/** A refiner by a network. */
record NetworkRefiner(ImageMapping mapping, Weights weights) implements Refiner {
    @Override
    public TensorData refine(TensorData images) {
        return mapping.map(images, weights);
    }

    @Override
    public List<BufferedImage> refine(List<PixelImage> images) {
        return mapping.map(images, weights);
    }

    @Override
    public Refiner weights(Weights chosen) {
        return new NetworkRefiner(mapping, chosen);
    }
}
