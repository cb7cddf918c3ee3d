package org.gan4j.api.data;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.Component;

/** A location of data. Opening it reads them. */
public interface DataSource extends Component {
    /**
     * Returns a data source of samples in arrays, as the field {@code image}. Scale the values to [-1, 1] for
     * generators that end in tanh.
     *
     * @param samples one row per sample, at least one; the values are copied
     * @param sampleShape the shape of each sample, C×H×W for images; if omitted, each sample is a vector
     * @throws IllegalArgumentException if there are no samples, a sample does not fit the shape, or a value is not
     *     finite
     */
    static InMemoryData of(float[][] samples, long... sampleShape) {
        return InMemoryData.of(samples, sampleShape);
    }

    /**
     * Returns a data source of images in memory, as the field {@code image}, C×H×W in [-1, 1]. There is 1 channel if
     * all images are gray, otherwise 3. Transparent pixels are blended with white.
     *
     * @param images images of equal size, at least one; the pixels are copied
     * @throws IllegalArgumentException if there are no images, or their sizes differ
     */
    static InMemoryData of(List<BufferedImage> images) {
        return InMemoryData.of(images);
    }

    /**
     * Returns the data source to use in place of this one if a user chooses other data. A data source that wraps data
     * wraps the other data, too; any other returns the other data, which is the default.
     */
    default DataSource over(DataSource other) {
        return other;
    }

    /**
     * Returns the license of the data, such as {@code "CC BY 4.0"}, for the model card of a run. Unknown by default; data
     * that wrap others need not repeat theirs.
     */
    default Optional<String> license() {
        return Optional.empty();
    }

    /**
     * Opens the data.
     *
     * @throws IllegalArgumentException if there are no usable data; the message states the cause and the location
     */
    Dataset open();
}
