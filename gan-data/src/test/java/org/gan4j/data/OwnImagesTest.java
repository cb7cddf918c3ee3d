package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OwnImagesTest {
    @Test
    void givesWayToTheDataOfTheUser() {
        assertThat(new OwnImages("faces").over(FashionMnist.embedded())).isEqualTo(FashionMnist.embedded());
        assertThat(Subset.of(OwnImages.any(), 3).over(FashionMnist.embedded()))
                .isEqualTo(Subset.of(FashionMnist.embedded(), 3));
    }

    @Test
    void tellsWhatToPass() {
        assertThatThrownBy(() -> new OwnImages("faces, with tags.csv").open())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pass a folder of faces, with tags.csv by --data FOLDER");
        assertThatThrownBy(() -> new OwnImages(null).open()).hasMessageContaining("a folder of images by --data");
    }
}
