package org.gan4j.dsl;

import org.gan4j.api.DataSource;
import org.gan4j.api.Dataset;

/** The data, opened when they are first needed: a trained GAN makes samples where its data are no longer. */
final class Data implements AutoCloseable {
    private final DataSource source;
    private Dataset opened;
    private boolean closed;

    Data(DataSource source) {
        this.source = source;
    }

    Dataset open() {
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
