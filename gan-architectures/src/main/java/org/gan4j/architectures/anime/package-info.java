/**
 * The networks of the paper on anime characters: a generator of residual blocks and pixel shuffles, and a deep residual critic.
 * Begin reading with {@link org.gan4j.architectures.anime.Anime}.
 */
package org.gan4j.architectures.anime;
