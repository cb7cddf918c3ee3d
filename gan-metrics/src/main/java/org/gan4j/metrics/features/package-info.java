/**
 * The features by which metrics compare samples, and what computes them. Begin reading with
 * {@link org.gan4j.metrics.features.MobileNetFeatures}, then {@link org.gan4j.metrics.features.FeatureExtractor}.
 */
package org.gan4j.metrics.features;
