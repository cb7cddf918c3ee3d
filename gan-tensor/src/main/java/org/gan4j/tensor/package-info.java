/**
 * Tensor expressions, their shapes and values, and their gradients. An expression is built without computing anything;
 * an engine computes it. Begin with {@link org.gan4j.tensor.Tensor}, then read {@link org.gan4j.tensor.Gradients} and
 * {@link org.gan4j.tensor.Variable}.
 */
package org.gan4j.tensor;
