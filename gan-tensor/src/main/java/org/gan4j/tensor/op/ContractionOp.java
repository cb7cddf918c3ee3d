package org.gan4j.tensor.op;

/** Sums of products: where nearly all of the arithmetic is. The set closes under differentiation. */
public sealed interface ContractionOp extends Op permits MatMul, Conv2d, ConvTranspose2d, Conv2dWeightGradient {}
