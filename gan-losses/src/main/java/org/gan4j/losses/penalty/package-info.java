/**
 * Penalties that are added to the critic's loss. Begin reading with {@link
 * org.gan4j.losses.penalty.GradientPenalty}.
 */
package org.gan4j.losses.penalty;
