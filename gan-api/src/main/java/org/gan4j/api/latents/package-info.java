/**
 * Distributions of the latents that generators generate from. Begin reading with {@link
 * org.gan4j.api.latents.LatentDistribution}; {@link org.gan4j.api.latents.NormalLatents} is the usual one.
 */
package org.gan4j.api.latents;
