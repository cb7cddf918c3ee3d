/**
 * The data sources, and the batches made of them. Begin with {@link org.gan4j.data.DataSources}, which recognizes the
 * kind of data at a path, and {@link org.gan4j.data.PartitionBatches}, which shuffles data into batches; {@link
 * org.gan4j.data.DataPlugin} lists all data sources and transforms. This package knows its sub-packages, not the
 * reverse.
 */
package org.gan4j.data;
