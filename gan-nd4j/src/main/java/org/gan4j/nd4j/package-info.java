/**
 * The default engine, which runs on ND4J's native library. {@link org.gan4j.nd4j.Nd4jEngine} is the entry point, found
 * through {@link org.gan4j.nd4j.Nd4jEngineProvider}; {@link org.gan4j.nd4j.Nd4jArrays} converts data to and from ND4J.
 */
package org.gan4j.nd4j;
