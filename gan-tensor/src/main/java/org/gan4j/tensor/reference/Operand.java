package org.gan4j.tensor.reference;

import org.gan4j.tensor.Shape;

/** An input of a reference kernel: its numbers in row-major order. */
public record Operand(Shape shape, double[] values) {}
