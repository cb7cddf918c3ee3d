package org.gan4j.nd4j.internal;

import java.util.Arrays;
import org.gan4j.tensor.Shape;

/**
 * A kernel between images and the matrix of their patches, [C·kH·kW, N·H'·W']: each row holds the numbers that one
 * weight of the kernel is multiplied by. One direction copies, the other sums. A thread processes one channel of a few
 * images at a time, including the padding around them, so that inner loops need no bounds tests.
 */
final class Patches implements Kernel {
    private final Workers workers;
    private final Convolution c;
    private final Region images;
    private final Region patches;
    private final boolean toImages;
    private final int height;
    private final int width;
    private final int places;
    private final int imagesInPart;

    private Patches(Workers workers, Convolution c, Region images, Region patches, boolean toImages) {
        this.workers = workers;
        this.c = c;
        this.images = images;
        this.patches = patches;
        this.toImages = toImages;
        this.height = c.x().dim(2) + 2 * c.geometry().padH();
        this.width = c.x().dim(3) + 2 * c.geometry().padW();
        this.places = c.g().dim(2) * c.g().dim(3);
        this.imagesInPart = Math.min(c.batch(), Math.max(1, 4 * Scratch.BLOCK / places));
    }

    static Kernel ofImages(Workers workers, Convolution c, Region images, Region patches) {
        return new Patches(workers, c, images, patches, false);
    }

    static Kernel addUp(Workers workers, Convolution c, Region patches, Region images) {
        return new Patches(workers, c, images, patches, true);
    }

    @Override
    public void run() {
        int blocks = (c.batch() + imagesInPart - 1) / imagesInPart;
        int channels = c.x().dim(1);
        workers.run(blocks * channels, (part, scratch) -> {
            int first = part / channels * imagesInPart;
            channel(part % channels, first, Math.min(imagesInPart, c.batch() - first), scratch);
        });
    }

    private void channel(int channel, int first, int count, Scratch scratch) {
        float[] padded = scratch.floats(0, count * height * width);
        float[] row = scratch.floats(1, count * places);
        Arrays.fill(padded, 0, count * height * width, 0);
        if (!toImages) {
            exchange(channel, first, count, padded);
        }
        int kernelW = c.w().dim(3);
        int weights = c.w().dim(2) * kernelW;
        for (int k = 0; k < weights; k++) {
            int begin = k / kernelW * width + k % kernelW;
            int at = (channel * weights + k) * c.batch() * places + first * places;
            if (toImages) {
                patches.read(at, row, 0, count * places);
                for (int image = 0; image < count; image++) {
                    add(row, image * places, padded, image * height * width + begin);
                }
            } else {
                for (int image = 0; image < count; image++) {
                    gather(padded, image * height * width + begin, row, image * places);
                }
                patches.write(at, row, 0, count * places);
            }
        }
        if (toImages) {
            exchange(channel, first, count, padded);
        }
    }

    /** Copies the images' rows into the middle of the padded ones, or back. */
    private void exchange(int channel, int first, int count, float[] padded) {
        Shape shape = c.x();
        for (int image = 0; image < count; image++) {
            int at = (first + image) * shape.stride(0) + channel * shape.stride(1);
            int middle = image * height * width
                    + c.geometry().padH() * width
                    + c.geometry().padW();
            for (int row = 0; row < shape.dim(2); row++) {
                if (toImages) {
                    images.write(at + row * shape.dim(3), padded, middle + row * width, shape.dim(3));
                } else {
                    images.read(at + row * shape.dim(3), padded, middle + row * width, shape.dim(3));
                }
            }
        }
    }

    private void gather(float[] padded, int begin, float[] row, int at) {
        int stride = c.geometry().strideW();
        int length = c.g().dim(3);
        for (int i = 0; i < c.g().dim(2); i++) {
            int from = begin + i * c.geometry().strideH() * width;
            int to = at + i * length;
            if (stride == 1) {
                System.arraycopy(padded, from, row, to, length);
            } else {
                for (int j = 0; j < length; j++) {
                    row[to + j] = padded[from + j * stride];
                }
            }
        }
    }

    private void add(float[] row, int at, float[] padded, int begin) {
        int stride = c.geometry().strideW();
        int length = c.g().dim(3);
        for (int i = 0; i < c.g().dim(2); i++) {
            int to = begin + i * c.geometry().strideH() * width;
            int from = at + i * length;
            for (int j = 0; j < length; j++) {
                padded[to + j * stride] += row[from + j];
            }
        }
    }

    @Override
    public String toString() {
        return (toImages ? "patches to images " : "images to patches ") + c.x() + c.w();
    }

    @Override
    public String name() {
        return "patches";
    }
}
