/**
 * Differentiable augmentations of all samples that the critic sees. Begin reading with {@link
 * org.gan4j.losses.augment.DiffAugment}.
 */
package org.gan4j.losses.augment;
