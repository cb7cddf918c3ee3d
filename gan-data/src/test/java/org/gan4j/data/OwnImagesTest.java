package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.gan4j.data.folder.ImageFolder;
import org.junit.jupiter.api.Test;

class OwnImagesTest {
    @Test
    void givesWayToTheDataOfTheUser() {
        assertThat(new OwnImages("faces", 0).over(FashionMnist.embedded())).isEqualTo(FashionMnist.embedded());
        assertThat(Subset.of(OwnImages.any(), 3).over(FashionMnist.embedded()))
                .isEqualTo(Subset.of(FashionMnist.embedded(), 3));
    }

    @Test
    void readsTheTagsThatTheRecipeNeeds() {
        ImageFolder folder = ImageFolder.of(Path.of("faces"), 64);
        assertThat(new OwnImages("faces", 40).over(folder)).isEqualTo(folder.withTags(40));
        assertThat(new OwnImages("faces", 40).over(folder.withTags(3))).isEqualTo(folder.withTags(3));
        assertThat(OwnImages.any().over(folder)).isEqualTo(folder);
    }

    @Test
    void tellsWhatToPass() {
        assertThatThrownBy(() -> new OwnImages("faces, with tags.csv", 9).open())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pass a folder of faces, with tags.csv by --data FOLDER");
        assertThatThrownBy(() -> new OwnImages(null, 0).open()).hasMessageContaining("a folder of images by --data");
    }
}
