/**
 * SRGAN's networks for super-resolution: SRResNet, the generator that enlarges images, and the critic of its results.
 * Begin reading with {@link org.gan4j.architectures.srresnet.SrResNet}.
 */
package org.gan4j.architectures.srresnet;
