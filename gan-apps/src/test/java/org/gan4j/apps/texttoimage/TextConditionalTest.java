package org.gan4j.apps.texttoimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Split;
import org.gan4j.api.text.BagOfWords;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.packing.PackedCritic;
import org.gan4j.data.emoji.Emoji;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class TextConditionalTest {
    private static final Field IMAGE = new Field(Field.IMAGE, DType.FLOAT, Shape.of(1, 16, 16));
    private static final Field CAPTION = new Field(Field.CAPTION, DType.INT, Shape.scalar());
    private final TextConditional application = TextConditional.bagOfWords();

    private static DataSchema captioned(String... captions) {
        return new DataSchema(List.of(IMAGE, CAPTION), List.of(), List.of(captions));
    }

    private List<String> problems(DataSchema data) {
        return application.problems(data);
    }

    @Test
    void dataWithoutCaptionsOrImagesAreRefused() {
        assertThat(problems(new DataSchema(List.of(IMAGE), List.of())))
                .containsExactly("text-to-image needs a text for each image, the field caption; the data have [image]:"
                        + " use the data source captioned-images, or withCaptions for your own data");
        Field vector = new Field(Field.IMAGE, DType.FLOAT, Shape.of(8));
        Field floating = new Field(Field.CAPTION, DType.FLOAT, Shape.scalar());
        assertThat(problems(new DataSchema(List.of(vector, floating), List.of())))
                .containsExactly(
                        "text-to-image generates images, C×H×W; the field image has the shape [8]: use data with"
                                + " images",
                        "the field caption must hold one INT per image, the index of its text; it is FLOAT []: use"
                                + " withCaptions for your own data");
    }

    @Test
    void captionsThatCannotBeEncodedAreCounted() {
        assertThat(problems(captioned("a red heart", "", "the", "赤い花")))
                .containsExactly(
                        "2 of 4 captions cannot be encoded by bag-of-words, such as \"\": it is empty; describe"
                                + " these images, or leave them out");
        assertThat(problems(captioned("a red heart", "x".repeat(10_000)))).isEmpty();
    }

    @Test
    void allCaptionsOfTheEmojiCanBeEncoded() {
        try (Dataset emoji = Emoji.of(Split.ALL).withTags().open()) {
            assertThat(problems(DataSchema.of(emoji))).isEmpty();
            float[][] vectors = BagOfWords.standard().encode(emoji.captions());
            assertThat(vectors).hasDimensions(emoji.captions().size(), 256);
        }
    }

    @Test
    void oneCaptionIsTooFew() {
        assertThat(problems(captioned("a red heart")))
                .containsExactly(
                        "text-to-image needs at least 2 different captions, so that some do not match; the data"
                                + " have 1: use data with more captions, or the application unconditional");
    }

    @Test
    void aRunThatIsLoadedNeedsNoCaptions() {
        assertThat(problems(captioned())).isEmpty();
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        TextConditional wrong = new TextConditional(BagOfWords.standard(), 0, 1.5, true);
        assertThat(wrong.problems(captioned("one", "two")))
                .containsExactly(
                        "text-to-image projects texts to at least 1 number, not 0: 128 is the default",
                        "the interpolation of text-to-image must be a number from 0 to below 1, not 1.5: 0.5 is the"
                                + " default, 0 leaves it out");
    }

    @Test
    void aCriticNeedsFeaturesOfEachImage() {
        GanComponents components = LossPresets.NON_SATURATING
                .components()
                .generator(Dcgan.generator())
                .critic(new PackedCritic(Mlp.critic(), 2));
        assertThat(application.problems(components, captioned("one", "two")))
                .anyMatch(problem -> problem.contains("features of 2 samples together"));
        assertThat(application.problems(components.critic(Mlp.critic()), captioned("one", "two")))
                .isEmpty();
    }
}
