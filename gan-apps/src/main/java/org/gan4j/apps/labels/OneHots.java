package org.gan4j.apps.labels;

import java.util.Arrays;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** Concatenation of one-hot labels to the inputs of networks. */
public record OneHots(int classes) {
    /** Appends labels [N]: [N,D] becomes [N,D+K], images [N,C,H,W] become [N,C+K,H,W], with one plane per class. */
    public Tensor append(Tensor x, Tensor labels) {
        long[] one = new long[x.shape().rank()];
        Arrays.fill(one, 1);
        one[0] = x.shape().dim(0);
        one[1] = classes;
        Tensor planes = Tensor.oneHot(labels, classes).reshape(one);
        return Tensor.concat(1, x, planes.broadcastTo(x.shape().with(1, classes)));
    }

    /** Returns the shape of a sample with its label appended. */
    public Shape append(Shape sample) {
        return sample.with(0, sample.dim(0) + (long) classes);
    }
}
