package org.gan4j.testkit;

import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/**
 * Something by which a gradient is checked.
 *
 * @param name what people call it
 * @param feed the name of the input that stands in for it
 * @param node that input
 * @param value where the gradient is checked
 */
record Place(String name, String feed, Tensor node, TensorData value) {}
