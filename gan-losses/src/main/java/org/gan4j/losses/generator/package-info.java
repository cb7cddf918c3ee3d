/**
 * Regularizers that are added to the generator's loss. Begin reading with {@link
 * org.gan4j.losses.generator.PathLength}.
 */
package org.gan4j.losses.generator;
