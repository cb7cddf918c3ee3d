package org.gan4j.data.transforms;

/** Checks of settings, with a sentence for what they may be. */
final class Setting {
    private Setting() {}

    static void requireBetween(double from, double to, String setting, double value) {
        if (!(value >= from && value <= to)) {
            throw new IllegalArgumentException(setting + " must be from " + from + " to " + to + ", and not " + value);
        }
    }
}
