package org.gan4j.metrics.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class MomentsTest {
    @Test
    void partsHaveTheMeanAndCovarianceOfAllEvenFarFromZero() {
        // 1e6 + (1, 2, 4, 7) and its double with other signs: variances 7 and 28, covariance -14
        Moments moments = new Moments(2);
        moments.add(TensorData.of(new double[] {1000001, -2, 1000002, -4, 1000004, -8}, Shape.of(3, 2)));
        moments.add(TensorData.of(new double[0], Shape.of(0, 2)));
        moments.add(TensorData.of(new double[] {1000007, -14}, Shape.of(1, 2)));
        assertThat(moments.count()).isEqualTo(4);
        assertThat(moments.mean()).containsExactly(new double[] {1000003.5, -7}, offset(1e-9));
        assertThat(moments.covariance().data).containsExactly(new double[] {7, -14, -14, 28}, offset(1e-8));
    }
}
