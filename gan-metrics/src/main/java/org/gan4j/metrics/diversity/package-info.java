/**
 * The diversity of samples, without a comparison with data. Begin reading with
 * {@link org.gan4j.metrics.diversity.VendiScore}.
 */
package org.gan4j.metrics.diversity;
