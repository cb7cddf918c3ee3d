package org.gan4j.apps.images;

import org.gan4j.api.data.PixelScaling;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** Images that are extended at the right and at the bottom by mirroring them, as often as needed, and cut again. */
final class MirroredImage {
    private MirroredImage() {}

    /** Returns an image in [-1, 1], extended to a size, [1,C,H,W]. */
    static TensorData of(PixelImage image, int height, int width) {
        float[] values = new float[image.channels() * height * width];
        for (int row = 0; row < image.channels() * height; row++) {
            int y = mirrored(row % height, image.height());
            int start = (row / height * image.height() + y) * image.width();
            for (int x = 0; x < width; x++) {
                values[row * width + x] = PixelScaling.scaled(image.levels()[start + mirrored(x, image.width())]);
            }
        }
        return TensorData.of(values, Shape.of(1, image.channels(), height, width));
    }

    /** Returns the position in 0 to n - 1 of a position that goes back and forth: 0 1 2 1 0 1 ... for 3. */
    private static int mirrored(int at, int n) {
        if (n == 1) {
            return 0;
        }
        int within = at % (2 * (n - 1));
        return Math.min(within, 2 * (n - 1) - within);
    }

    /** Returns the part of an image [1,C,H,W] at the top left. */
    static TensorData cut(TensorData image, int height, int width) {
        int channels = image.shape().dim(1);
        int rows = image.shape().dim(2);
        int columns = image.shape().dim(3);
        float[] whole = image.toFloats();
        float[] values = new float[channels * height * width];
        for (int row = 0; row < channels * height; row++) {
            int start = (row / height * rows + row % height) * columns;
            System.arraycopy(whole, start, values, row * width, width);
        }
        return TensorData.of(values, Shape.of(1, channels, height, width));
    }
}
