/**
 * The sealed set of primitive operations, each with its shape rule and its gradient rule. Begin with
 * {@link org.gan4j.tensor.op.Op}; {@link org.gan4j.tensor.op.Unary} and {@link org.gan4j.tensor.op.Binary} are the
 * simplest examples. Users build expressions with {@link org.gan4j.tensor.Tensor} instead.
 */
package org.gan4j.tensor.op;
