/**
 * Losses: adversarial losses, the regularizers and constraints of the critic, and presets that combine them with their
 * papers' settings. Begin reading with {@link org.gan4j.api.loss.AdversarialLoss}.
 */
package org.gan4j.api.loss;
