package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Field;
import org.gan4j.data.folder.CaptionedImages;
import org.gan4j.data.folder.ColorMode;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class DataChoiceTest {
    private static final DataSchema COLORED =
            new DataSchema(List.of(new Field(Field.IMAGE, DType.FLOAT, Shape.of(3, 8, 8))), List.of());

    private static DataSource read(String typed) {
        return DataChoice.inColor(DataChoice.source(typed, "--data", 8, false), COLORED);
    }

    @Test
    void imagesAreReadInTheColorsOfTheSamplesUnlessOthersAreChosen() {
        assertThat(read("{name: image-folder, path: photos, size: 8}"))
                .isEqualTo(new ImageFolder("photos", 8, ColorMode.RGB));
        assertThat(read("{name: image-folder, path: photos, size: 8, colors: GRAY}"))
                .isEqualTo(new ImageFolder("photos", 8, ColorMode.GRAY));
        assertThat(read("{name: captioned-images, path: photos, size: 8, colors: GRAY}"))
                .isEqualTo(new CaptionedImages("photos", 8, ColorMode.GRAY));
    }
}
