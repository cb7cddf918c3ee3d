/**
 * Evaluation: the comparisons of a GAN's outputs with data, and the metrics that measure them. Begin reading with
 * {@link org.gan4j.api.evaluation.Metric}.
 */
package org.gan4j.api.evaluation;
