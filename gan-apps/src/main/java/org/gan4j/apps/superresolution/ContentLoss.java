package org.gan4j.apps.superresolution;

import java.nio.file.Path;
import org.gan4j.architectures.trunks.MobileNetV2;
import org.gan4j.architectures.trunks.Trunk;
import org.gan4j.architectures.trunks.Vgg19;
import org.gan4j.tensor.Tensor;

/** The content loss: a distance of an image from the original. */
@FunctionalInterface
interface ContentLoss {
    /**
     * The paper's factor 1/12.75², which brings VGG's squared features to the size of squared pixels.
     */
    double SCALE = 1 / (12.75 * 12.75);

    /** Returns the mean distance of images from the originals, a scalar. */
    Tensor of(Tensor real, Tensor fake);

    /**
     * Returns the content loss that a super-resolution GAN asks for.
     *
     * @throws IllegalArgumentException if it needs VGG-19's weights, and the file does not have them
     */
    static ContentLoss of(SuperResolution settings) {
        switch (settings.content()) {
            case MOBILENET:
                return features(MobileNetV2.pretrained(), "block_5_add");
            case VGG22:
                return vgg(settings.vgg(), "relu2_2");
            case VGG54:
                return vgg(settings.vgg(), "relu5_4");
            default:
                return settings.pixels()::of;
        }
    }

    /** Returns the same loss, whose weights are read when it is first used: a trained GAN does not need them. */
    static ContentLoss onDemand(SuperResolution settings) {
        return (real, fake) -> of(settings).of(real, fake);
    }

    private static ContentLoss vgg(String file, String layer) {
        return features(Vgg19.of(Path.of(file), layer), layer);
    }

    private static ContentLoss features(Trunk trunk, String layer) {
        return (real, fake) -> trunk.apply(real)
                .head(layer)
                .sub(trunk.apply(fake).head(layer))
                .square()
                .mean()
                .mul(SCALE);
    }
}
