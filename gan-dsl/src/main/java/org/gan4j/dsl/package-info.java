/**
 * The entry point of Gan4J. Begin with {@link org.gan4j.dsl.Gan}: it is built step by step, trained, sampled, evaluated
 * and loaded again. {@link org.gan4j.dsl.OptionsStep} lists the options of the builder with their defaults.
 */
package org.gan4j.dsl;
