package org.gan4j.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.gan4j.api.loss.Regularizer;

/** Copies of regularizers with another period. */
final class Lazily {
    private static final String PERIOD = "period";

    private Lazily() {}

    /** Returns whether the period is a component of a record. */
    static boolean hasPeriod(Regularizer regularizer) {
        return regularizer instanceof Record
                && Arrays.stream(regularizer.getClass().getRecordComponents())
                        .anyMatch(component -> component.getName().equals(PERIOD));
    }

    /** Returns a copy of a record with another period. */
    static Regularizer withPeriod(Regularizer settings, int period) {
        RecordComponent[] components = settings.getClass().getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                components[i].getAccessor().setAccessible(true);
                values[i] = components[i].getName().equals(PERIOD)
                        ? (Object) period
                        : components[i].getAccessor().invoke(settings);
            }
            Constructor<?> canonical = settings.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class[]::new));
            canonical.setAccessible(true);
            return (Regularizer) canonical.newInstance(values);
        } catch (ReflectiveOperationException failed) {
            throw new AssertionError("cannot copy " + settings + " with another period", failed);
        }
    }
}
