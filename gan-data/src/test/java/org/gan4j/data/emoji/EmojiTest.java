package org.gan4j.data.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Split;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmojiTest {
    @Test
    void theSplitsAreDisjointPartsOfAll() {
        assertThat(Emoji.embedded().open().size()).isEqualTo(1431);
        assertThat(Emoji.of(Split.TEST).open().size()).isEqualTo(205);
        assertThat(Emoji.of(Split.ALL).open().size()).isEqualTo(1636);
    }

    @Test
    void everySplitHasTheSameFieldsAndClasses() {
        Dataset train = Emoji.embedded().open();
        assertThat(train.fields())
                .startsWith(
                        new Field("image", DType.FLOAT, Shape.of(3, 32, 32)),
                        new Field("label", DType.INT, Shape.scalar()));
        assertThat(train.classes()).hasSize(95).contains("animal-bird").isSorted();
        assertThat(Emoji.of(Split.TEST).open().classes()).isEqualTo(train.classes());
    }

    /** The numbers were read from the resources with Python: the class, the sum of the levels, the pixel (15, 17). */
    @ParameterizedTest
    @CsvSource({
        "TRAIN, 0, 3, 633783, 123, 219, 141",
        "TRAIN, 7, 22, 581905, 172, 156, 108",
        "TRAIN, 100, 4, 632956, 219, 219, 219",
        "TRAIN, 1430, 65, 588023, 20, 132, 178",
        "TEST, 0, 90, 458859, 47, 108, 223",
        "TEST, 7, 85, 719737, 38, 139, 253",
        "TEST, 100, 15, 560277, 97, 97, 97",
        "TEST, 204, 36, 628593, 250, 214, 130",
    })
    void pixelsAndClassesAreThoseOfTheFiles(Split split, int row, int label, int sum, int red, int green, int blue) {
        TensorData image = Emoji.of(split).open().read(row).get("image");
        int[] levels = new int[3 * 32 * 32];
        int total = 0;
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Math.round((image.toFloats()[i] + 1) * 127.5f);
            total += levels[i];
        }
        assertThat(Emoji.of(split).open().read(row).get("label"))
                .isEqualTo(TensorData.of(new int[] {label}, Shape.of(1)));
        assertThat(total).isEqualTo(sum);
        int at = 15 * 32 + 17;
        assertThat(List.of(levels[at], levels[1024 + at], levels[2048 + at])).containsExactly(red, green, blue);
    }

    @Test
    void theNameIsTheCaption() {
        Dataset held = Emoji.of(Split.TEST).open();
        assertThat(caption(held, 100)).isEqualTo("computer disk");
        assertThat(caption(held, 204)).isEqualTo("french fries");
    }

    /** Each name is followed by the name and the tags, and by the tags alone. */
    @Test
    void tagsMakeThreeSamplesOfAnImage() {
        Dataset tagged = Emoji.embedded().withTags().open();
        assertThat(tagged.size()).isBetween(2 * 1431, 3 * 1431);
        assertThat(caption(tagged, 0)).isEqualTo("microbe");
        assertThat(caption(tagged, 1)).isEqualTo("microbe, amoeba, bacteria, science, virus");
        assertThat(caption(tagged, 2)).isEqualTo("amoeba, bacteria, science, virus");
        assertThat(tagged.read(2).get("image")).isEqualTo(tagged.read(0).get("image"));
    }

    @Test
    void theMostFrequentTagsAreAField() {
        try (Dataset tagged = Emoji.of(Split.ALL).tagged(4).open()) {
            assertThat(tagged.tags()).containsExactly("animal", "face", "man", "woman");
            int[] counts = new int[4]; // cut -f5 emoji.tsv | tr , '\\n' | sort | uniq -c | sort -rn
            for (int i = 0; i < tagged.size(); i++) {
                float[] tags = tagged.read(i).get(Field.TAGS).toFloats();
                for (int tag = 0; tag < counts.length; tag++) {
                    counts[tag] += (int) tags[tag];
                }
            }
            assertThat(counts).containsExactly(122, 162, 113, 108);
        }
        assertThat(Emoji.embedded().open().tags()).isEmpty();
    }

    private static String caption(Dataset data, int row) {
        return data.captions().get(data.read(row).get(Field.CAPTION).toInts()[0]);
    }

    @Test
    void aBaseIsOnOneSideOfTheSplit() {
        assertThat(EmojiEntry.all())
                .filteredOn(entry -> List.of("person surfing", "woman surfing", "man surfing")
                        .contains(entry.label()))
                .hasSize(3)
                .extracting(EmojiEntry::test)
                .containsOnly(true);
        assertThat(EmojiEntry.all())
                .filteredOn(
                        entry -> List.of("yellow heart", "black heart", "red circle", "purple circle", "green square")
                                .contains(entry.label()))
                .hasSize(5)
                .extracting(EmojiEntry::test)
                .containsOnly(true);
    }
}
