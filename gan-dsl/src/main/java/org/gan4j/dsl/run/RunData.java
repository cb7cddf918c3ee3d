package org.gan4j.dsl.run;

import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;

/** The data of one GAN, opened when first needed, so that a trained GAN generates samples even if its data are gone. */
public final class RunData implements AutoCloseable {
    private final DataSource source;
    private Dataset opened;
    private boolean closed;

    /** Creates the data of a source without opening it. */
    public RunData(DataSource source) {
        this.source = source;
    }

    /**
     * Returns the data, and opens them at the first call.
     *
     * @throws IllegalArgumentException if they cannot be opened
     * @throws IllegalStateException if they are closed
     */
    public Dataset open() {
        if (closed) {
            throw new IllegalStateException("this GAN is closed, and so are its data: build or load it again");
        }
        if (opened == null) {
            opened = new SharedDataset(source.open());
        }
        return opened;
    }

    /** Closes the data if they are open; closing them again has no effect. */
    @Override
    public void close() {
        if (opened != null && !closed) {
            closed = true;
            opened.close();
        }
        closed = true;
    }
}
