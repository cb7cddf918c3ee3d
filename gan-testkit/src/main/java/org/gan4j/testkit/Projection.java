package org.gan4j.testkit;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/**
 * A projection of tensors to one number: the sum of their elements, each multiplied by a fixed coefficient.
 *
 * @param value the sum
 * @param magnitude the sum of the terms' absolute values, to which rounding errors are proportional
 */
record Projection(Tensor value, Tensor magnitude) {
    static Projection of(List<Tensor> tensors) {
        Tensor value = Tensor.scalar(0);
        Tensor magnitude = Tensor.scalar(0);
        for (int i = 0; i < tensors.size(); i++) {
            Tensor tensor = tensors.get(i);
            Tensor terms = tensor.mul(cotangent(tensor, i)).cast(DType.DOUBLE);
            value = value.add(terms.sum());
            magnitude = magnitude.add(terms.abs().sum());
        }
        return new Projection(value, magnitude);
    }

    /**
     * Returns coefficients with a tensor's shape and type: odd multiples of 1/8 between -2 and 2, which keep products
     * exact.
     */
    static Tensor cotangent(Tensor like, int salt) {
        double[] values = new double[like.shape().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (2 * Points.scrambled(i, 1000 + salt, 16) - 15) / 8.0;
        }
        return Tensor.of(TensorData.of(like.dtype(), values, like.shape()));
    }
}
