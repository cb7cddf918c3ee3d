package org.gan4j.metrics.images;

import java.nio.file.Path;
import java.util.Locale;
import org.gan4j.architectures.trunks.InceptionV3;
import org.gan4j.architectures.trunks.MobileNetV2;
import org.gan4j.architectures.trunks.Trunk;

/** A pretrained network whose features compare images. */
public enum PretrainedTrunk {
    /** {@link MobileNetV2}, whose weights are in this library. */
    MOBILENET_V2(1) {
        @Override
        Trunk read(Path folder) {
            return MobileNetV2.pretrained();
        }
    },

    /** {@link InceptionV3}, whose weights {@code scripts/data/fetch-perceptual-net} fetches. */
    INCEPTION_V3(InceptionV3.SMALLEST_SIDE) {
        @Override
        Trunk read(Path folder) {
            return InceptionV3.in(folder);
        }
    };

    private final int smallestSide;

    PretrainedTrunk(int smallestSide) {
        this.smallestSide = smallestSide;
    }

    /** Returns the smallest height and width of images. */
    int smallestSide() {
        return smallestSide;
    }

    /** Returns the name of the network, as its trunk has it. */
    String network() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    abstract Trunk read(Path folder);
}
