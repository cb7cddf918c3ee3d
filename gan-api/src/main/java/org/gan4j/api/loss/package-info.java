/**
 * Losses: adversarial losses, regularizers, augmentations and constraints, and presets that combine losses with their
 * papers' settings. Begin reading with {@link org.gan4j.api.loss.AdversarialLoss}.
 */
package org.gan4j.api.loss;
