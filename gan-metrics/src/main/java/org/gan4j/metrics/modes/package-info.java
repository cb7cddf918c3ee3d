/**
 * Metrics that count the modes of data which samples cover. Begin reading with {@link
 * org.gan4j.metrics.modes.ModeCoverage}.
 */
package org.gan4j.metrics.modes;
