package org.gan4j.dsl.run;

import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;

/** The data, opened when they are first needed: a trained GAN makes samples where its data are no longer. */
public final class RunData implements AutoCloseable {
    private final DataSource source;
    private Dataset opened;
    private boolean closed;

    public RunData(DataSource source) {
        this.source = source;
    }

    public Dataset open() {
        if (closed) {
            throw new IllegalStateException("this GAN is closed, and its data with it");
        }
        if (opened == null) {
            opened = source.open();
        }
        return opened;
    }

    @Override
    public void close() {
        if (opened != null && !closed) {
            closed = true;
            opened.close();
        }
        closed = true;
    }
}
