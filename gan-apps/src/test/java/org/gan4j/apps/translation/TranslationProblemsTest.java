package org.gan4j.apps.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.architectures.patch.Patch;
import org.gan4j.architectures.unet.UNet;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class TranslationProblemsTest {
    private static final Pix2Pix PAIRED = Pix2Pix.paired();
    private static final CycleGan UNPAIRED = CycleGan.unpaired();

    private static DataSchema data(Object... namesAndShapes) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < namesAndShapes.length; i += 2) {
            fields.add(new Field((String) namesAndShapes[i], DType.FLOAT, (Shape) namesAndShapes[i + 1]));
        }
        return new DataSchema(fields, List.of());
    }

    @Test
    void aMissingFieldIsNamedWithTheDataThatHaveIt() {
        assertThat(PAIRED.problems(data("image", Shape.of(3, 32, 32))))
                .containsExactly("the application pix2pix needs the field source; the data have [image]:"
                        + " use a paired-folder, or edges, which makes a source of each image");
        assertThat(UNPAIRED.problems(data("image", Shape.of(3, 32, 32))))
                .containsExactly("the application cyclegan needs the field other-image; the data have [image]:"
                        + " use the data source unpaired, with the two sets of images");
    }

    @Test
    void bothImagesHaveOneSize() {
        assertThat(PAIRED.problems(data("source", Shape.of(1, 32, 32), "image", Shape.of(3, 64, 32))))
                .containsExactly(
                        "pix2pix needs images of one size; source is 32×32 and image is 64×32: give both the same size");
        assertThat(PAIRED.problems(data("source", Shape.of(8), "image", Shape.of(3, 64, 32))))
                .singleElement()
                .asString()
                .startsWith("pix2pix translates images, 1×H×W or 3×H×W; the field source has the shape [8]");
        assertThat(PAIRED.problems(data("source", Shape.of(1, 32, 32), "image", Shape.of(3, 32, 32))))
                .isEmpty();
    }

    @Test
    void identityNeedsEquallyManyChannels() {
        DataSchema data = data("image", Shape.of(1, 32, 32), "other-image", Shape.of(3, 32, 32));
        assertThat(UNPAIRED.problems(data))
                .containsExactly("the identity terms of cyclegan need two sets with equally many channels; they have 1"
                        + " and 3: set identity to 0, or give both the same colors");
        assertThat(UNPAIRED.identity(0).problems(data)).isEmpty();
    }

    @Test
    void weightsAndPoolsAreValidated() {
        DataSchema data = data("image", Shape.of(3, 32, 32), "other-image", Shape.of(3, 32, 32));
        assertThat(UNPAIRED.cycle(-1).identity(Double.NaN).pool(0).problems(data))
                .containsExactly(
                        "the weight cycle of cyclegan must be a number of at least 0, not -1.0: 0 leaves its term out",
                        "the weight identity of cyclegan must be a number of at least 0, not NaN: 0 leaves its term out",
                        "a pool of cyclegan needs at least 1 image, not 0: 50 is usual");
        assertThat(PAIRED.l1(Double.POSITIVE_INFINITY)
                        .problems(data("source", Shape.of(1, 32, 32), "image", Shape.of(3, 32, 32))))
                .singleElement()
                .asString()
                .contains("the weight l1 of pix2pix");
    }

    @Test
    void networksThatDoNotFitAreRefused() {
        DataSchema data = data("source", Shape.of(1, 36, 36), "image", Shape.of(3, 36, 36));
        GanComponents deep = PAIRED.complete(
                GanComponents.open().generator(UNet.generator().depth(3)).critic(Patch.critic()), data);
        assertThat(PAIRED.problems(deep, data)).singleElement().asString().contains("36×36");
    }
}
