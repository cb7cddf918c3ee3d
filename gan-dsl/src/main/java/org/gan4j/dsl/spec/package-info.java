/**
 * The specification of a GAN and its checks. Begin with {@link org.gan4j.dsl.spec.GanSpec}, which the builder creates;
 * {@link org.gan4j.dsl.spec.InvalidGanException} lists all reasons why one cannot be built.
 */
package org.gan4j.dsl.spec;
