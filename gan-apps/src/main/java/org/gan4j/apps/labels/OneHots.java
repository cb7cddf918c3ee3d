package org.gan4j.apps.labels;

import java.util.Arrays;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** Labels beside what networks are given. */
public record OneHots(int classes) {
    /** [N,D] and labels [N] to [N,D+K]; pictures [N,C,H,W] to [N,C+K,H,W], a plane of ones or zeros for each class. */
    public Tensor append(Tensor x, Tensor labels) {
        long[] one = new long[x.shape().rank()];
        Arrays.fill(one, 1);
        one[0] = x.shape().dim(0);
        one[1] = classes;
        Tensor planes = Tensor.oneHot(labels, classes).reshape(one);
        return Tensor.concat(1, x, planes.broadcastTo(x.shape().with(1, classes)));
    }

    /** The shape of a sample with its label beside it. */
    public Shape append(Shape sample) {
        return sample.with(0, sample.dim(0) + (long) classes);
    }
}
