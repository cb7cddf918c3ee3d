/**
 * Spectral normalization of any architecture. Begin reading with {@link
 * org.gan4j.architectures.spectral.SpectralNorm}.
 */
package org.gan4j.architectures.spectral;
