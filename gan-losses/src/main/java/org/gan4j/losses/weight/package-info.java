/**
 * Constraints on the critic's parameters. Begin reading with {@link org.gan4j.losses.weight.WeightClipping}.
 */
package org.gan4j.losses.weight;
