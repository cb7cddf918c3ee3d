package org.gan4j.data.folder;

import java.awt.image.BufferedImage;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.data.resampling.Bicubic;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.functions.ResamplingWeights.Border;

/** The center square of an image, enlarged by bicubic interpolation as Pillow does it. */
final class EnlargedSquare {
    private EnlargedSquare() {}

    /**
     * Returns the enlarged center square.
     *
     * @param size side in pixels, larger than the shorter side of the image
     */
    static PixelImage of(BufferedImage image, int size) {
        int side = Math.min(image.getWidth(), image.getHeight());
        int left = (image.getWidth() - side) / 2;
        int top = (image.getHeight() - side) / 2;
        PixelImage square = PixelImage.of(image.getSubimage(left, top, side, side));
        float[] levels = new float[square.levels().length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = square.levels()[i] & 0xFF;
        }
        Shape shape = Shape.of(1, square.channels(), side, side);
        float[] enlarged = Bicubic.resized(TensorData.of(levels, shape), size, size, Border.DROPPED)
                .toFloats();
        byte[] rounded = new byte[enlarged.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (byte) Math.max(0, Math.min(255, Math.round(enlarged[i])));
        }
        return new PixelImage(square.channels(), size, size, rounded);
    }
}
