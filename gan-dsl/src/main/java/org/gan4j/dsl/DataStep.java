package org.gan4j.dsl;

import org.gan4j.api.data.DataSource;

/** The fourth step of {@link Gan#builder()}: the data, which the generator learns to imitate. */
public interface DataStep {
    /**
     * Sets the data source, such as {@code FashionMnist.embedded()}. It is not opened before {@link
     * OptionsStep#build()}.
     *
     * @return the step that sets options and builds the GAN
     */
    OptionsStep data(DataSource data);
}
