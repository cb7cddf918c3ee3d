package org.gan4j.data.transforms;

import org.gan4j.tensor.Philox;

/** The random numbers of a batch: so many uniforms on [0, 1) for each picture. */
final class Draws {
    private final float[] uniforms;
    private final int perPicture;

    Draws(Philox random, int pictures, int perPicture) {
        this.uniforms = new float[pictures * perPicture];
        this.perPicture = perPicture;
        random.uniforms(0, uniforms, uniforms.length);
    }

    /** Uniform on [0, 1). */
    float uniform(int picture, int which) {
        return uniforms[picture * perPicture + which];
    }

    /** Uniform on [from, to). */
    float between(float from, float to, int picture, int which) {
        return from + (to - from) * uniform(picture, which);
    }

    /** Uniform on the whole numbers from -most to most. */
    int whole(int most, int picture, int which) {
        return (int) ((double) uniform(picture, which) * (2 * most + 1)) - most;
    }
}
