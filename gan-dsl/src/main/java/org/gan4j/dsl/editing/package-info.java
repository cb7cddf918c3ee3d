/**
 * The latents of given images, and what changing them does: inversion, directions, arithmetic. Begin reading with {@link
 * org.gan4j.dsl.editing.InversionRequest} and {@link org.gan4j.dsl.editing.LatentEdits}.
 */
package org.gan4j.dsl.editing;
