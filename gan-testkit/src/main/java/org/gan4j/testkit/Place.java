package org.gan4j.testkit;

import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/**
 * An input or variable with respect to which a gradient is checked.
 *
 * @param name the name used in messages
 * @param feed the name of the placeholder input that replaces it
 * @param node the placeholder input
 * @param value the value at which the gradient is checked
 */
record Place(String name, String feed, Tensor node, TensorData value) {}
