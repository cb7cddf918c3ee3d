package org.gan4j.dsl.plugin;

import java.lang.reflect.RecordComponent;

/** Reads the parts of records, also those of a plug-in whose class is not public. */
public final class RecordPart {
    private RecordPart() {}

    /**
     * Returns the value of a part.
     *
     * @throws IllegalStateException if its accessor fails
     */
    public static Object value(RecordComponent part, Object of) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
