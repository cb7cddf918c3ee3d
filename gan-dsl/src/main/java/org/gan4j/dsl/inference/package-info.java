/**
 * The use of a trained GAN: sampling and evaluation. Begin with {@link org.gan4j.dsl.inference.SampleRequest} and
 * {@link org.gan4j.dsl.inference.Samples}; the other types implement {@link org.gan4j.dsl.Gan}.
 */
package org.gan4j.dsl.inference;
