/**
 * The networks of SimGAN, which keep an image's size: a refiner of residual blocks, and a critic of small patches. Begin
 * reading with {@link org.gan4j.architectures.refiner.Refinement}.
 */
package org.gan4j.architectures.refiner;
