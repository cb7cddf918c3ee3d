/**
 * Refinement of synthetic images, so that they look real and keep what their labels say (SimGAN). Begin reading with {@link
 * org.gan4j.apps.refinement.SimGan}, the application; a trained one refines images with a {@link
 * org.gan4j.apps.refinement.Refiner}.
 */
package org.gan4j.apps.refinement;
