/**
 * Means, shares and ranks with their standard errors and intervals. Begin reading with {@link org.gan4j.metrics.statistics.Share}.
 */
package org.gan4j.metrics.statistics;
