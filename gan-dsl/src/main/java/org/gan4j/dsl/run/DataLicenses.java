package org.gan4j.dsl.run;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.Set;
import org.gan4j.api.data.DataSource;
import org.gan4j.dsl.plugin.RecordPart;

/** The licenses of data, also of those that other data wrap. */
public final class DataLicenses {
    private DataLicenses() {}

    /** Returns the licenses that data and their parts tell; none if they tell none. */
    public static Set<String> of(DataSource data) {
        Set<String> licenses = new LinkedHashSet<>();
        collect(data, licenses);
        return licenses;
    }

    private static void collect(DataSource data, Set<String> licenses) {
        data.license().ifPresent(licenses::add);
        if (data.getClass().isRecord()) {
            for (RecordComponent part : data.getClass().getRecordComponents()) {
                if (DataSource.class.isAssignableFrom(part.getType())) {
                    collect((DataSource) RecordPart.value(part, data), licenses);
                }
            }
        }
    }
}
