/**
 * CycleGAN's generator, residual blocks that map images to images. Begin reading with {@link
 * org.gan4j.architectures.translator.Translator}.
 */
package org.gan4j.architectures.translator;
