/**
 * Functions of tensors composed of the primitive operations, which give them their gradients: convolutions, pooling,
 * padding, resampling, norms, sorting, sampling and recurrent cells. Begin with
 * {@link org.gan4j.tensor.functions.Windows} and {@link org.gan4j.tensor.functions.Convolutions}.
 */
package org.gan4j.tensor.functions;
