/**
 * A trained GAN behind HTTP. Begin with {@link org.gan4j.serve.GanServer}: it answers requests by the capabilities that the GAN
 * has, within the limits of {@link org.gan4j.serve.ServerSettings}.
 */
package org.gan4j.serve;
