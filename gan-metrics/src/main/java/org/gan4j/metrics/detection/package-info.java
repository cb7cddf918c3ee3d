/**
 * Detection of one generator's samples: rules that tell them from real images, and how often the rules are right. Begin
 * reading with {@link org.gan4j.metrics.detection.DetectionRule}.
 */
package org.gan4j.metrics.detection;
