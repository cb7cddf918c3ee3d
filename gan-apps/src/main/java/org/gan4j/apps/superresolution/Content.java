package org.gan4j.apps.superresolution;

import java.util.Set;

/** The features in which the second phase compares an image with the original. */
public enum Content {
    /** The pixels themselves, by the distance of the first phase: no content loss in the paper's sense. */
    PIXELS(""),
    /** {@code block_5_add} of the embedded MobileNetV2, an eighth of the image's size. */
    MOBILENET("mobilenet-v2"),
    /** {@code relu2_2} of VGG-19, a half of the image's size: the paper's VGG22. */
    VGG22("vgg19"),
    /** {@code relu5_4} of VGG-19, a sixteenth of the image's size: the paper's VGG54. */
    VGG54("vgg19");

    private final String network;

    Content(String network) {
        this.network = network;
    }

    /** Returns the names of the pretrained networks that compute these features: one, or none for pixels. */
    Set<String> networks() {
        return network.isEmpty() ? Set.of() : Set.of(network);
    }

    /** Returns whether these features need VGG-19's weights, which a user supplies as a file. */
    boolean needsFile() {
        return this == VGG22 || this == VGG54;
    }
}
