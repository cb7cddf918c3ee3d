package org.gan4j.metrics.privacy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * The measures of rows whose answer is known, in place of samples: half of the held-out rows, which must pass; training
 * rows drawn with replacement, which must fail; and noise. Each is compared with the other half of the held-out rows, so
 * the numbers say which values these measures can reach on such data at such counts.
 */
public final class PrivacyBaselines {
    /** Held-out rows in place of samples. */
    public static final String HELD_OUT = "held-out rows";

    /** Resampled training rows in place of samples. */
    public static final String TRAINING = "training rows";

    /** Noise in place of samples. */
    public static final String NOISE = "noise";

    private PrivacyBaselines() {}

    /**
     * Measures the rows.
     *
     * @param sets training and held-out rows, at least eight of these; its samples are not used
     * @param noise the features of noise, [N,F]
     * @param seed draws the training rows
     * @return the measures by what stood in place of samples; empty if there are fewer than eight held-out rows
     */
    public static Map<String, PrivacyMeasures> of(PrivacySets sets, TensorData noise, long seed) {
        int heldOut = sets.heldOut().shape().dim(0);
        int half = heldOut / 2;
        Map<String, PrivacyMeasures> measures = new LinkedHashMap<>();
        if (half < PrivacySets.FEWEST) {
            return measures;
        }
        TensorData others = sets.heldOut().rows(half, heldOut);
        measures.put(HELD_OUT, measured(sets.with(others, sets.heldOut().rows(0, half)), seed));
        measures.put(TRAINING, measured(sets.with(others, drawn(sets.training(), half, seed)), seed));
        measures.put(NOISE, measured(sets.with(others, noise), seed));
        return measures;
    }

    private static PrivacyMeasures measured(PrivacySets sets, long seed) {
        return PrivacyMeasures.of(sets, NearestRows.of(sets, 1), seed);
    }

    private static TensorData drawn(TensorData rows, int count, long seed) {
        int width = rows.shape().dim(1);
        float[] from = rows.toFloats();
        float[] to = new float[count * width];
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            System.arraycopy(from, random.nextInt(rows.shape().dim(0)) * width, to, i * width, width);
        }
        return TensorData.of(to, Shape.of(count, width));
    }
}
