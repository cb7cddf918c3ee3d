package org.gan4j.api.data;

import java.awt.image.BufferedImage;
import java.util.List;
import org.gan4j.api.Component;

/** Says where data are; opening it reads them. */
public interface DataSource extends Component {
    /**
     * Samples that a program has in arrays, as the field {@code image}: in [-1, 1] if generators that end in tanh shall
     * meet them.
     *
     * @param samples one row a sample, at least one; they are copied
     * @param sampleShape of each, C×H×W for images; without lengths, each sample is a vector
     */
    static InMemoryData of(float[][] samples, long... sampleShape) {
        return InMemoryData.of(samples, sampleShape);
    }

    /**
     * Pictures that a program has, as the field {@code image}, C×H×W in [-1, 1]: with 1 channel if all are gray, else
     * with 3. What is transparent is white.
     *
     * @param pictures of equal size, at least one; they are copied
     */
    static InMemoryData of(List<BufferedImage> pictures) {
        return InMemoryData.of(pictures);
    }

    /** @throws IllegalArgumentException if there is nothing usable there; the sentence says what and where */
    Dataset open();
}
