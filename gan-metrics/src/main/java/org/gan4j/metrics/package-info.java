/**
 * Metrics that compare generated samples with data, and the features they need. Begin reading with
 * {@link org.gan4j.metrics.Evaluation}, then one metric, such as {@link org.gan4j.metrics.KernelDistance}.
 */
package org.gan4j.metrics;
