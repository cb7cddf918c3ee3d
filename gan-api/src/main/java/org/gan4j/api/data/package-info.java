/**
 * Data: sources that open data sets, the columns that data sets are built from, and transforms of images. Begin reading
 * with {@link org.gan4j.api.data.DataSource} and {@link org.gan4j.api.data.Dataset}.
 */
package org.gan4j.api.data;
