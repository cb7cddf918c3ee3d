package org.gan4j.onnx;

import org.gan4j.tensor.Tensor;

/** The range of pixels that a network was trained on. */
public enum Scaling {
    /** [-1, 1], as here. */
    SIGNED {
        @Override
        Tensor of(Tensor images) {
            return images;
        }
    },
    /** [0, 1]. */
    UNIT {
        @Override
        Tensor of(Tensor images) {
            return images.add(1).div(2);
        }
    },
    /** [0, 255]. */
    BYTES {
        @Override
        Tensor of(Tensor images) {
            return images.add(1).mul(127.5);
        }
    },
    /** [0, 1], less ImageNet's mean, over its deviation, for each color, as in torchvision. */
    IMAGENET {
        @Override
        Tensor of(Tensor images) {
            Tensor mean = Tensor.of(new float[] {0.485f, 0.456f, 0.406f}, 3, 1, 1);
            Tensor deviation = Tensor.of(new float[] {0.229f, 0.224f, 0.225f}, 3, 1, 1);
            return UNIT.of(images).sub(mean).div(deviation);
        }
    };

    /** Maps images [N,3,H,W] in [-1, 1] to the range. */
    abstract Tensor of(Tensor images);
}
