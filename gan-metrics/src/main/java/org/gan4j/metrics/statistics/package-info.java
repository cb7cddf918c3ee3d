/**
 * Means and shares with their standard errors. Begin reading with {@link org.gan4j.metrics.statistics.Share}.
 */
package org.gan4j.metrics.statistics;
