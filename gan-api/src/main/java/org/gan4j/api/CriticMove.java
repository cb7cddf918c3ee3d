package org.gan4j.api;

import java.util.function.UnaryOperator;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/**
 * What a regulariser of the critic works with.
 *
 * @param critic gives samples [N, sample...] their scores [N]
 * @param real a batch of data
 * @param fake a batch of generated samples
 * @param random a stream of its own
 */
public record CriticMove(UnaryOperator<Tensor> critic, Tensor real, Tensor fake, RandomKey random) {}
