/**
 * Precision and recall as a curve, by the clusters of features. Begin reading with
 * {@link org.gan4j.metrics.clusters.PrecisionRecallCurve}.
 */
package org.gan4j.metrics.clusters;
