/**
 * Files of tensors: safetensors and NumPy's .npy, written atomically and checked strictly when read. Begin with
 * {@link org.gan4j.tensor.io.Safetensors} and {@link org.gan4j.tensor.io.Npy}; {@link org.gan4j.tensor.io.NpyRows}
 * reads arrays that are larger than memory.
 */
package org.gan4j.tensor.io;
