/**
 * Constraints and regularizers of the players' weights. Begin reading with {@link
 * org.gan4j.losses.weight.WeightClipping}.
 */
package org.gan4j.losses.weight;
