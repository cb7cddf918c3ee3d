package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;

/** Sums of products, which make up nearly all of the arithmetic. The set is closed under differentiation. */
public sealed interface ContractionOp extends Op permits MatMul, Conv2d, ConvTranspose2d, Conv2dWeightGradient {
    @Override
    default DType dtype(List<Tensor> inputs) {
        return RealNumbers.required(this, inputs);
    }
}
