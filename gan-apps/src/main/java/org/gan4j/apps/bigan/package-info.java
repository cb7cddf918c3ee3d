/**
 * Bidirectional GANs, BiGAN and ALI: a generator and its inverse, an encoder, learned together. Begin reading with {@link
 * org.gan4j.apps.bigan.BiGan}.
 */
package org.gan4j.apps.bigan;
