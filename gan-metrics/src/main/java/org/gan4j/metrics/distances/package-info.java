/**
 * Distances between the distributions of two sets of features. Begin reading with
 * {@link org.gan4j.metrics.distances.FrechetDistance}.
 */
package org.gan4j.metrics.distances;
