/**
 * The topology of sets of features: how many holes they have, at which scales. Begin reading with
 * {@link org.gan4j.metrics.topology.GeometryScore}.
 */
package org.gan4j.metrics.topology;
