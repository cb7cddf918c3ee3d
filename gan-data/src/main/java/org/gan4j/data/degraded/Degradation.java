package org.gan4j.data.degraded;

import java.util.List;
import org.gan4j.api.data.PixelScaling;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.data.resampling.Bicubic;
import org.gan4j.data.transforms.Blur;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** The degradation of one image, [1,C,H,W], before it is rounded, with random numbers from the stream of its sample and round. */
record Degradation(Degraded settings, int sample) {
    private static final int BLUR = 0;
    private static final int NOISE = 1;
    private static final int JPEG = 2;
    private static final int SIZE = 3;
    private static final int DRAWS = 4;
    /** The distance of two of 256 levels, which are scaled to [-1, 1]. */
    private static final double LEVEL = 2.0 / 255;

    TensorData of(TensorData image) {
        int height = image.shape().dim(2);
        int width = image.shape().dim(3);
        int scale = settings.scale();
        TensorData degraded = image;
        if (settings.secondOrder()) {
            Round first = new Round(1);
            double factor = between(List.of(1.0 / scale, 1.0), first.draws[SIZE]);
            degraded = first.of(image, rounded(factor * height), rounded(factor * width));
        }
        return new Round(2).of(degraded, height / scale, width / scale);
    }

    private static int rounded(double pixels) {
        return (int) Math.max(1, Math.round(pixels));
    }

    private static double between(List<Double> range, double uniform) {
        return range.get(0) + (range.get(1) - range.get(0)) * uniform;
    }

    private final class Round {
        private final Philox random;
        private final float[] draws = new float[DRAWS];

        Round(int number) {
            random = new Philox(settings.seed(), "degraded/" + number, sample);
            random.uniforms(0, draws, DRAWS);
        }

        TensorData of(TensorData image, int height, int width) {
            TensorData degraded = blurred(image);
            degraded = Bicubic.resized(degraded, height, width);
            degraded = noisy(degraded);
            return settings.jpeg().isEmpty() ? degraded : compressed(degraded);
        }

        private TensorData blurred(TensorData image) {
            double sigma = settings.blur().isEmpty() ? 0 : between(settings.blur(), draws[BLUR]);
            return sigma == 0 ? image : new Blur(sigma).apply(image, random);
        }

        private TensorData noisy(TensorData image) {
            if (settings.noise().isEmpty()) {
                return image;
            }
            double deviation = LEVEL * between(settings.noise(), draws[NOISE]);
            float[] values = image.toFloats();
            float[] normals = new float[values.length];
            random.normals(0, normals, normals.length);
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) (deviation * normals[i]);
            }
            return TensorData.of(values, image.shape());
        }

        private TensorData compressed(TensorData image) {
            Shape shape = image.shape();
            float[] values = image.toFloats();
            byte[] levels = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                levels[i] = (byte) Math.round((Math.max(-1, Math.min(1, values[i])) + 1.0) / LEVEL);
            }
            int worst = settings.jpeg().get(0);
            int best = settings.jpeg().get(1);
            int quality = worst + (int) ((double) draws[JPEG] * (best - worst + 1));
            byte[] lossy = Jpeg.compressed(new PixelImage(shape.dim(1), shape.dim(2), shape.dim(3), levels), quality)
                    .levels();
            for (int i = 0; i < values.length; i++) {
                values[i] = PixelScaling.scaled(lossy[i]);
            }
            return TensorData.of(values, shape);
        }
    }
}
