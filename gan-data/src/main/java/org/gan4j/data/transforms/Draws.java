package org.gan4j.data.transforms;

import org.gan4j.tensor.Philox;

/** The random numbers of a batch: a fixed number of uniforms on [0, 1) for each image. */
final class Draws {
    private final float[] uniforms;
    private final int perImage;

    Draws(Philox random, int images, int perImage) {
        this.uniforms = new float[images * perImage];
        this.perImage = perImage;
        random.uniforms(0, uniforms, uniforms.length);
    }

    /** Returns a number uniform on [0, 1). */
    float uniform(int image, int which) {
        return uniforms[image * perImage + which];
    }

    /** Returns a number uniform on [from, to). */
    float between(float from, float to, int image, int which) {
        return from + (to - from) * uniform(image, which);
    }

    /** Returns a whole number uniform on -most to most. */
    int whole(int most, int image, int which) {
        return (int) ((double) uniform(image, which) * (2 * most + 1)) - most;
    }
}
