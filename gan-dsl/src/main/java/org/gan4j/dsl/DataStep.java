package org.gan4j.dsl;

import org.gan4j.api.data.DataSource;

/** The fourth step of {@link Gan#builder()}: what is imitated. */
public interface DataStep {
    /** For example {@code FashionMnist.embedded()}. */
    OptionsStep data(DataSource data);
}
