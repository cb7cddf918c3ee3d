package org.gan4j.api.data;

/**
 * The units of a number in a vector, which data scale as {@code (value - middle) / half} for training: what samples need
 * to come out in the units of the data.
 *
 * @param name the name of the number, such as that of its column; empty if unknown
 * @param middle the value that becomes 0, in the units of the data
 * @param half the distance from it that becomes 1, in the units of the data
 */
public record Scale(String name, double middle, double half) {
    /**
     * Validates the numbers.
     *
     * @throws IllegalArgumentException if one is not finite, or {@code half} is not positive
     */
    public Scale {
        if (!Double.isFinite(middle) || !Double.isFinite(half) || half <= 0) {
            throw new IllegalArgumentException("a scale needs a finite middle and a positive half, not " + middle
                    + " and " + half + ": give those that the data were scaled by");
        }
    }

    /** Returns whether this changes nothing and names nothing. */
    public boolean isPlain() {
        return name.isEmpty() && middle == 0 && half == 1;
    }

    /** Returns the value in the units of the data that a scaled one stands for: {@code middle + half · scaled}. */
    public float restored(float scaled) {
        return (float) (middle + half * scaled);
    }
}
