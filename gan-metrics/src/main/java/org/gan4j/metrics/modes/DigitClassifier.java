package org.gan4j.metrics.modes;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A small convolutional network that tells the ten digits apart, trained on MNIST by scripts/train-digit-classifier. On
 * the 10,000 test images it is right for 99.0 %.
 */
final class DigitClassifier {
    static final int SIDE = 28;
    static final int CLASSES = 10;

    private static final String FILE = "digit-classifier.f32";
    private static final int FIRST = 8;
    private static final int SECOND = 16;
    private static final int KERNEL = 5;
    private static final int PADDING = 2;

    private final float[] firstKernels;
    private final float[] firstBias;
    private final float[] secondKernels;
    private final float[] secondBias;
    private final float[] matrix;
    private final float[] bias;

    private DigitClassifier(ByteBuffer weights) {
        this.firstKernels = next(weights, FIRST * KERNEL * KERNEL);
        this.firstBias = next(weights, FIRST);
        this.secondKernels = next(weights, SECOND * FIRST * KERNEL * KERNEL);
        this.secondBias = next(weights, SECOND);
        this.matrix = next(weights, CLASSES * SECOND * (SIDE / 4) * (SIDE / 4));
        this.bias = next(weights, CLASSES);
    }

    /** Returns the network with its trained weights. */
    static DigitClassifier pretrained() {
        try (InputStream in = DigitClassifier.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + FILE
                        + " is missing next to DigitClassifier.class: build gan-metrics with its resources");
            }
            byte[] bytes = new DataInputStream(in).readAllBytes();
            return new DigitClassifier(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        } catch (IOException problem) {
            throw new UncheckedIOException(FILE + " cannot be read: " + problem, problem);
        }
    }

    private static float[] next(ByteBuffer weights, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = weights.getFloat();
        }
        return values;
    }

    /** Returns the digit with the largest logit. */
    static int digit(float[] logits) {
        int best = 0;
        for (int i = 1; i < CLASSES; i++) {
            best = logits[i] > logits[best] ? i : best;
        }
        return best;
    }

    /** Returns the probability of the digit with the largest logit. */
    static double confidence(float[] logits) {
        double largest = logits[digit(logits)];
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - largest);
        }
        return 1 / sum;
    }

    /**
     * Returns the logit of each digit for an image.
     *
     * @param pixels the pixels in [-1, 1], row by row
     * @param from the index of the first
     */
    float[] logits(float[] pixels, int from) {
        float[] image = new float[SIDE * SIDE];
        System.arraycopy(pixels, from, image, 0, image.length);
        float[] first = halved(image, 1, SIDE, firstKernels, firstBias);
        float[] features = halved(first, FIRST, SIDE / 2, secondKernels, secondBias);
        float[] logits = bias.clone();
        for (int i = 0; i < CLASSES; i++) {
            for (int k = 0; k < features.length; k++) {
                logits[i] += matrix[i * features.length + k] * features[k];
            }
        }
        return logits;
    }

    /** Returns a convolution with stride 2, followed by ReLU. */
    private static float[] halved(float[] x, int channels, int side, float[] kernels, float[] bias) {
        int half = side / 2;
        float[] out = new float[bias.length * half * half];
        for (int o = 0; o < bias.length; o++) {
            for (int row = 0; row < half; row++) {
                for (int column = 0; column < half; column++) {
                    float sum = bias[o];
                    for (int c = 0; c < channels; c++) {
                        sum += at(x, c * side * side, side, 2 * row, 2 * column, kernels, (o * channels + c));
                    }
                    out[(o * half + row) * half + column] = Math.max(0, sum);
                }
            }
        }
        return out;
    }

    /** Returns the product of a kernel with the pixels around a place. */
    private static float at(float[] x, int plane, int side, int row, int column, float[] kernels, int kernel) {
        float sum = 0;
        int firstRow = Math.max(0, PADDING - row);
        int lastRow = Math.min(KERNEL, side + PADDING - row);
        int firstColumn = Math.max(0, PADDING - column);
        int lastColumn = Math.min(KERNEL, side + PADDING - column);
        for (int i = firstRow; i < lastRow; i++) {
            int pixels = plane + (row + i - PADDING) * side + column - PADDING;
            int weights = (kernel * KERNEL + i) * KERNEL;
            for (int j = firstColumn; j < lastColumn; j++) {
                sum += x[pixels + j] * kernels[weights + j];
            }
        }
        return sum;
    }
}
