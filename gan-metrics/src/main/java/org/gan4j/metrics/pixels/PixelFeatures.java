package org.gan4j.metrics.pixels;

import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.engine.Engine;

/**
 * The pixels themselves, without a network: images are reduced, and projected to the principal components of the data.
 * They show brightness and layout and no textures, so they are a second opinion that no pretrained network has biased,
 * and right for images that are tables of numbers. Vectors with no more numbers than components stay as they are.
 *
 * <pre>
 * features = Vᵀ (x − mean), V the eigenvectors of the covariance with the largest eigenvalues
 * whitened: each feature divided by its standard deviation
 * </pre>
 *
 * @param size larger images are reduced by a triangle filter so that the longer side has this length; 32 by default
 * @param components the number of components, at most; 64 by default
 * @param whitened whether each component is scaled to variance 1 in the data; false by default
 * @param samples the number of samples that the components are computed from, at most, drawn at random with seed 1;
 *     10,000 by default
 */
public record PixelFeatures(int size, int components, boolean whitened, int samples) implements Extractor {
    private static final int LEAST_SAMPLES = 2;

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if {@code size} or {@code components} is less than 1, or {@code samples} less
     *     than 2
     */
    public PixelFeatures {
        if (size < 1 || components < 1 || samples < LEAST_SAMPLES) {
            throw new IllegalArgumentException("pixels need a size and components of at least 1 and at least 2 samples;"
                    + " got size " + size + ", components " + components + " and samples " + samples
                    + ": the defaults are 32, 64 and 10000");
        }
    }

    /** Returns the pixels with the default settings. */
    public static PixelFeatures standard() {
        return new PixelFeatures(32, 64, false, 10_000);
    }

    @Override
    public String name() {
        return "pixels";
    }

    @Override
    public String summary() {
        return "the pixels, or the numbers of vectors, by their 64 principal components in the data";
    }

    @Override
    public boolean appliesTo(Field field) {
        return field.isImage() || field.dtype() == DType.FLOAT && field.shape().rank() == 1;
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public Extraction open(Engine engine, LearningData data) {
        return PixelExtraction.open(engine, data, this);
    }
}
