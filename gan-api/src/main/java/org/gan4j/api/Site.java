package org.gan4j.api;

import org.gan4j.tensor.Shape;

/**
 * What an architecture is built for.
 *
 * @param scope where its variables go
 * @param sample the shape of one sample, without the batch: C×H×W for images
 * @param gradientPenalty whether a regulariser differentiates the critic by its input, so that no layer may mix samples
 */
public record Site(Scope scope, Shape sample, boolean gradientPenalty) {}
