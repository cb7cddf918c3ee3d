package org.gan4j.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.gan4j.api.loss.Regularizer;

/** Copies of regularizers with another period. */
final class Lazily {
    private static final String PERIOD = "period";

    private Lazily() {}

    /** Returns whether the period is a component of a record, or of the regularizer that it changes. */
    static boolean hasPeriod(Regularizer regularizer) {
        if (!(regularizer instanceof Record)) {
            return false;
        }
        try {
            for (RecordComponent component : regularizer.getClass().getRecordComponents()) {
                if (component.getName().equals(PERIOD)
                        || (value(regularizer, component) instanceof Regularizer inner && hasPeriod(inner))) {
                    return true;
                }
            }
            return false;
        } catch (ReflectiveOperationException failed) {
            throw new AssertionError("cannot read the settings of " + regularizer, failed);
        }
    }

    private static Object value(Regularizer settings, RecordComponent component) throws ReflectiveOperationException {
        component.getAccessor().setAccessible(true);
        return component.getAccessor().invoke(settings);
    }

    /** Returns a copy of a record with another period, which may be that of the regularizer that it changes. */
    static Regularizer withPeriod(Regularizer settings, int period) {
        RecordComponent[] components = settings.getClass().getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                Object value = value(settings, components[i]);
                if (components[i].getName().equals(PERIOD)) {
                    value = period;
                } else if (value instanceof Regularizer inner && hasPeriod(inner)) {
                    value = withPeriod(inner, period);
                }
                values[i] = value;
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
