package org.gan4j.apps.translation;

import java.util.Arrays;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** Rows of images of one size, gray or colored. */
final class PreviewRows {
    private PreviewRows() {}

    /**
     * Returns images side by side: row i has image i of each column. Gray images become colored beside colored ones.
     *
     * @param columns the images [N,C,H,W] of each column
     * @return images [N·columns,C,H,W]
     */
    static Tensor of(Tensor... columns) {
        int channels = Arrays.stream(columns)
                .mapToInt(column -> column.shape().dim(1))
                .max()
                .orElseThrow();
        Shape shape = columns[0].shape().with(1, channels);
        Tensor[] alike =
                Arrays.stream(columns).map(column -> column.broadcastTo(shape)).toArray(Tensor[]::new);
        long count = (long) shape.dim(0) * columns.length;
        return Tensor.stack(1, alike).reshape(count, channels, shape.dim(2), shape.dim(3));
    }
}
