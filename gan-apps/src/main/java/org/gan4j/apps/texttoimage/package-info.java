/**
 * Text-to-image GANs: images of a caption. Begin reading with {@link org.gan4j.apps.texttoimage.TextConditional}, which
 * is the application, and {@link org.gan4j.apps.texttoimage.TextToImage}, which a trained GAN can do.
 */
package org.gan4j.apps.texttoimage;
