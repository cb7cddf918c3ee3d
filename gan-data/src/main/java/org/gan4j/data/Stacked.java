package org.gan4j.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Images of three channels, each of which is a random gray image of other data. Of ten digits this makes 1,000 kinds of
 * images, which a GAN may cover or not (stacked MNIST, <a href="https://arxiv.org/abs/1611.02163">Metz et al.
 * 2017</a>). {@code image} is FLOAT [3, H, W] in [-1, 1].
 *
 * @param data gray images as the field {@code image}, 1×H×W
 * @param samples the number of images; 128,000 in PacGAN's comparison
 * @param seed the seed that draws the three images of each
 */
public record Stacked(DataSource data, int samples, long seed) implements DataSource {
    private static final int CHANNELS = 3;
    private static final int USUAL = 128_000;

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if there is no sample, or there are more than can be numbered
     */
    public Stacked {
        if (samples < 1 || samples > Integer.MAX_VALUE / CHANNELS) {
            throw new IllegalArgumentException(
                    "stacked images need 1 to " + Integer.MAX_VALUE / CHANNELS + " samples, not " + samples);
        }
    }

    /** Returns 128,000 stacked images, drawn with seed 1. */
    public static Stacked of(DataSource data) {
        return new Stacked(data, USUAL, 1);
    }

    @Override
    public DataSource over(DataSource other) {
        return new Stacked(other, samples, seed);
    }

    @Override
    public String name() {
        return "stacked";
    }

    @Override
    public String summary() {
        return "three gray images of other data as the channels of one, such as stacked MNIST";
    }

    /**
     * Opens the data.
     *
     * @throws IllegalArgumentException if the other data are no gray images, or have several partitions
     */
    @Override
    public Dataset open() {
        Dataset gray = data.open();
        Shape image = gray.field(Field.IMAGE).shape();
        if (gray.partitions().size() > 1) {
            gray.close();
            throw new IllegalArgumentException(
                    "the data " + data.name() + " of stacked images have several partitions: stack those of one");
        }
        if (image.rank() != CHANNELS || image.dim(0) != 1) {
            gray.close();
            throw new IllegalArgumentException("stacked images are made of gray ones, [1, H, W], but the images of "
                    + data.name() + " are " + image + ": choose gray data");
        }
        // its sequence is specified, so every Java version draws the same images
        Random random = new Random(seed);
        int[] drawn = random.ints(CHANNELS * (long) samples, 0, gray.size()).toArray();
        return new Stack(gray, drawn);
    }

    /** The stacked images: three indices of gray images for each. */
    private record Stack(Dataset gray, int[] drawn) implements Dataset {
        @Override
        public List<Field> fields() {
            Field one = gray.field(Field.IMAGE);
            return List.of(new Field(one.name(), one.dtype(), one.shape().with(0, CHANNELS)));
        }

        @Override
        public int size() {
            return drawn.length / CHANNELS;
        }

        @Override
        public Map<String, TensorData> read(int... indices) {
            int[] each = new int[CHANNELS * indices.length];
            for (int i = 0; i < each.length; i++) {
                each[i] = drawn[CHANNELS * indices[i / CHANNELS] + i % CHANNELS];
            }
            TensorData images = gray.read(each).get(Field.IMAGE);
            Shape shape = fields().get(0).batch(indices.length);
            Map<String, TensorData> batch = new LinkedHashMap<>();
            batch.put(Field.IMAGE, TensorData.of(images.toFloats(), shape));
            return batch;
        }

        @Override
        public List<SkippedItem> skipped() {
            return gray.skipped();
        }

        @Override
        public List<DataFile> files() {
            return gray.files();
        }

        @Override
        public void close() {
            gray.close();
        }
    }
}
