package org.gan4j.api.data.tables.rules;

import java.util.Collections;
import java.util.List;

/** The three truth values of SQL, of which the one in the middle is that of a comparison with a missing value. */
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    static Truth and(List<Truth> parts) {
        return Collections.min(parts);
    }

    static Truth or(List<Truth> parts) {
        return Collections.max(parts);
    }

    Truth not() {
        return values()[2 - ordinal()];
    }
}
