package org.gan4j.data.transforms;

/** Validation of settings, with messages that state the valid range. */
final class Setting {
    private Setting() {}

    static void requireBetween(double from, double to, String setting, double value) {
        if (!(value >= from && value <= to)) {
            throw new IllegalArgumentException(setting + " must be from " + from + " to " + to + ", not " + value);
        }
    }
}
