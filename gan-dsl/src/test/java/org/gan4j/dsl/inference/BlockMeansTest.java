package org.gan4j.dsl.inference;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class BlockMeansTest {
    @Test
    void imagesAreMeansOfBlocks() {
        BlockMeans means = BlockMeans.of(Shape.of(1, 2, 4), 2);
        assertThat(means.size()).isEqualTo(2);
        float[] images = {1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 1, 1, 0, 0, 1, 1};
        assertThat(means.of(images, 2).data).containsExactly(3.5, 5.5, 0, 1);
    }

    @Test
    void smallImagesAndVectorsStayAsTheyAre() {
        assertThat(BlockMeans.of(Shape.of(3, 28, 28), 32).size()).isEqualTo(3 * 28 * 28);
        assertThat(BlockMeans.of(Shape.of(7), 2).of(new float[] {1, 2, 3, 4, 5, 6, 7}, 1).data)
                .containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void largeImagesHaveFewNumbers() {
        assertThat(BlockMeans.of(Shape.of(3, 256, 256), 32).size()).isEqualTo(3 * 32 * 32);
        assertThat(BlockMeans.of(Shape.of(1, 63, 63), 32).size()).isEqualTo(63 * 63);
    }
}
