/**
 * The game that training plays: players with their objectives, phases, and previews of samples. Begin reading with
 * {@link org.gan4j.api.game.Game} and {@link org.gan4j.api.game.UpdateContext}.
 */
package org.gan4j.api.game;
