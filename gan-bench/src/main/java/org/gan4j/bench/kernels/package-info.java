/**
 * The {@code gan bench kernels} command: times single operations with JMH on the ND4J engine and on the reference
 * engine.
 */
package org.gan4j.bench.kernels;
