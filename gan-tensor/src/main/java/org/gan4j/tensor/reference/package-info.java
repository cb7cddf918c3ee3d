/**
 * The reference engine, which defines the correct results: plain Java, double precision, one loop per operation. Begin
 * with {@link org.gan4j.tensor.reference.ReferenceEngine}; {@link org.gan4j.tensor.reference.ReferenceKernels} computes
 * single operations for other engines and their tests.
 */
package org.gan4j.tensor.reference;
