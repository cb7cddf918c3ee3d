/**
 * Linear classifiers that are trained to their single optimum. Begin reading with {@link
 * org.gan4j.metrics.linear.LinearProbe}.
 */
package org.gan4j.metrics.linear;
