/**
 * Residual generators and critics as in WGAN-GP and SNGAN. Begin reading with {@link
 * org.gan4j.architectures.resnet.ResNet}.
 */
package org.gan4j.architectures.resnet;
