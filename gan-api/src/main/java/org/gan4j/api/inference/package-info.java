/**
 * Inference: the capabilities of trained GANs, and the runner that applies their networks. Begin reading with {@link
 * org.gan4j.api.inference.LatentSampler} and {@link org.gan4j.api.inference.InferenceRunner}.
 */
package org.gan4j.api.inference;
