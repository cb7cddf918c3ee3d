/**
 * A small classifier that is trained on the user's own data, and what it judges samples by. Begin reading with {@link
 * org.gan4j.metrics.classifier.ClassifierFeatures}.
 */
package org.gan4j.metrics.classifier;
