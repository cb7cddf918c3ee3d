/**
 * Scores from the probabilities that a classifier gives to the classes of each sample. Begin reading with
 * {@link org.gan4j.metrics.classes.InceptionScore}.
 */
package org.gan4j.metrics.classes;
