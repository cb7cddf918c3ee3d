package org.gan4j.apps.refinement;

import java.awt.image.BufferedImage;
import java.util.List;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.Network;
import org.gan4j.apps.images.ImageMapping;
import org.gan4j.tensor.TensorData;

/**
 * The capability of GANs that refine synthetic images so that they look real. An image keeps its size, which may be any
 * that the network allows; SimGAN's allows all. Immutable and thread-safe.
 */
public interface Refiner {
    /**
     * Returns a refiner.
     *
     * @param runner runs the network
     * @param network maps images [N,C,H,W] in [-1, 1] to images of the same shape
     * @param channels the channels C of its images: 1 for gray, 3 for red, green and blue
     * @param weights the weights to use until {@link #weights(Weights)} chooses others
     */
    static Refiner of(InferenceRunner runner, Network network, int channels, Weights weights) {
        return new NetworkRefiner(new ImageMapping(runner, network, SimGan.SYNTHETIC, channels, channels, 1), weights);
    }

    /**
     * Refines images of one size.
     *
     * @param images [N,C,H,W] in [-1, 1], with the channels that the refiner was trained with
     * @return the refined images, of the same shape
     * @throws IllegalArgumentException if the images have another number of channels or a size that the network does not
     *     allow, or if the weights are {@link Weights#EMA} and this GAN keeps no moving average of its refiner
     */
    TensorData refine(TensorData images);

    /**
     * Refines images of any sizes; those of one size together. Color images are made gray for a refiner of gray, and gray
     * ones are three equal colors for a refiner of colors. The results have 8 bits.
     *
     * @return the refined images, in the same order
     * @throws IllegalArgumentException as {@link #refine(TensorData)}
     */
    List<BufferedImage> refine(List<PixelImage> images);

    /**
     * Refines an image. Transparent pixels are blended with white.
     *
     * @throws IllegalArgumentException as {@link #refine(TensorData)}
     */
    default BufferedImage refine(BufferedImage image) {
        return refine(List.of(PixelImage.of(image))).get(0);
    }

    /** Returns a refiner with these weights. */
    Refiner weights(Weights weights);
}
