package org.gan4j.dsl.spec;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The values of the option {@code on-listener-failure}. */
enum OnListenerFailure {
    STOP,
    DETACH;

    /** Returns the action that a value names; empty if it is not one of the option's values. */
    static Optional<OnListenerFailure> of(String value) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst();
    }
}
