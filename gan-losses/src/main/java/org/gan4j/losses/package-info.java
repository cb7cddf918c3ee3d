/**
 * Losses with the settings of their papers. Begin reading with {@link org.gan4j.losses.LossPresets}; {@link
 * org.gan4j.losses.LossesPlugin} lists all that is known by name.
 */
package org.gan4j.losses;
