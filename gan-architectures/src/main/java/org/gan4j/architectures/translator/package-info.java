/**
 * CycleGAN's generator, residual blocks that map images to images. Begin reading with {@link
 * org.gan4j.architectures.translator.ResNetTranslator}.
 */
package org.gan4j.architectures.translator;
