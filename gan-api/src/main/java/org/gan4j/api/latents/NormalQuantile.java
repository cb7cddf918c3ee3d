package org.gan4j.api.latents;

import org.gan4j.tensor.Tensor;

/**
 * The inverse of the normal distribution function, by algorithm AS 241 (Wichura 1988, <a
 * href="https://doi.org/10.2307/2347330">doi:10.2307/2347330</a>): a rational function of q² around the median, and two of
 * r = √(−log p) in the tails. Its relative error is about 1e-16 in DOUBLE.
 */
final class NormalQuantile {
    private static final double CENTER = 0.425;
    private static final double FAR = 5;

    private static final double[] CENTER_ABOVE = {
        3.3871328727963666080e0,
        1.3314166789178437745e2,
        1.9715909503065514427e3,
        1.3731693765509461125e4,
        4.5921953931549871457e4,
        6.7265770927008700853e4,
        3.3430575583588128105e4,
        2.5090809287301226727e3
    };
    private static final double[] CENTER_BELOW = {
        1,
        4.2313330701600911252e1,
        6.8718700749205790830e2,
        5.3941960214247511077e3,
        2.1213794301586595867e4,
        3.9307895800092710610e4,
        2.8729085735721942674e4,
        5.2264952788528545610e3
    };
    private static final double[] NEAR_ABOVE = {
        1.42343711074968357734e0,
        4.63033784615654529590e0,
        5.76949722146069140550e0,
        3.64784832476320460504e0,
        1.27045825245236838258e0,
        2.41780725177450611770e-1,
        2.27238449892691845833e-2,
        7.74545014278341407640e-4
    };
    private static final double[] NEAR_BELOW = {
        1,
        2.05319162663775882187e0,
        1.67638483018380384940e0,
        6.89767334985100004550e-1,
        1.48103976427480074590e-1,
        1.51986665636164571966e-2,
        5.47593808499534494600e-4,
        1.05075007164441684324e-9
    };
    private static final double[] FAR_ABOVE = {
        6.65790464350110377720e0,
        5.46378491116411436990e0,
        1.78482653991729133580e0,
        2.96560571828504891230e-1,
        2.65321895265761230930e-2,
        1.24266094738807843860e-3,
        2.71155556874348757815e-5,
        2.01033439929228813265e-7
    };
    private static final double[] FAR_BELOW = {
        1,
        5.99832206555887937690e-1,
        1.36929880922735805310e-1,
        1.48753612908506148525e-2,
        7.86869131145613259100e-4,
        1.84631831751005468180e-5,
        1.42151175831644588870e-7,
        2.04426310338993978564e-15
    };

    private NormalQuantile() {}

    /**
     * Returns Φ⁻¹(1/2 + q).
     *
     * @param q numbers between -1/2 and 1/2, both excluded
     */
    static Tensor aroundMedian(Tensor q) {
        Tensor center = q.mul(ratio(CENTER_ABOVE, CENTER_BELOW, q.square().rsub(CENTER * CENTER)));
        // at most 1/2, where it is not used
        Tensor r = q.abs().rsub(0.5).log().neg().sqrt();
        Tensor near = ratio(NEAR_ABOVE, NEAR_BELOW, r.sub(1.6));
        Tensor far = ratio(FAR_ABOVE, FAR_BELOW, r.sub(FAR));
        Tensor tail = r.lessOrEqual(FAR).where(near, far).mul(q.sign());
        return q.abs().lessOrEqual(CENTER).where(center, tail);
    }

    private static Tensor ratio(double[] above, double[] below, Tensor x) {
        return polynomial(above, x).div(polynomial(below, x));
    }

    private static Tensor polynomial(double[] coefficients, Tensor x) {
        Tensor y = x.zerosLike();
        for (int i = coefficients.length - 1; i >= 0; i--) {
            y = y.mul(x).add(coefficients[i]);
        }
        return y;
    }
}
