package org.gan4j.architectures.style;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.tensor.Variable;

/**
 * The layers of one size.
 *
 * @param first the number of the style of the first layer
 * @param layers one or two layers, which use consecutive styles
 * @param image the map of features to colors
 * @param imageStyle the number of its style
 */
record StyledBlock(int first, List<StyledLayer> layers, StyledLayer image, int imageStyle) {
    Stream<StyledLayer> all() {
        return Stream.concat(layers.stream(), Stream.of(image));
    }

    Stream<Variable> parameters() {
        return layers.stream().flatMap(layer -> layer.parameters().stream());
    }
}
