/**
 * Sets of vectors, and what metrics compute from all of their pairs, neighbors and moments. Begin reading with
 * {@link org.gan4j.metrics.vectors.Vectors} and {@link org.gan4j.metrics.vectors.Pairs}.
 */
package org.gan4j.metrics.vectors;
