package org.gan4j.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.api.data.Split;
import org.gan4j.data.Subset;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderTagsTest {
    @TempDir
    Path folder;

    @Test
    void tagsAreReadOnlyIfAskedFor() throws IOException {
        images("a/1.png", "b/2.png");
        write("tags.csv", "file,tags", "a/1.png,smile", "b/2.png,");
        assertThat(ImageFolder.of(folder, 4).open().fields())
                .extracting(Field::name)
                .containsExactly("image", "label");
        try (Dataset data = tagged(9)) {
            assertThat(data.field(Field.TAGS)).isEqualTo(new Field("tags", DType.FLOAT, Shape.of(1)));
            assertThat(data.classes()).containsExactly("a", "b");
            assertThat(data.skipped()).isEmpty();
            assertThat(DataSchema.of(data).tags()).containsExactly("smile");
        }
    }

    @Test
    void aTableListsTheTagsOfEachImage() throws IOException {
        images("1.png", "2.png", "3.png", "below/4.png", "5.png");
        write(
                "tags.csv",
                "tags,file",
                "\"Blonde_Hair, smile\",1.png",
                "smile,2.png",
                ",./3.png",
                "\"hat, smile,,blonde  hair \",4.png",
                "smile,lost.png");
        try (Dataset data = tagged(2)) {
            assertThat(data.tags()).containsExactly("blonde hair", "smile"); // the hat is less frequent
            assertThat(tags(data)).containsExactly("11", "01", "00", "11");
            assertThat(data.skipped()).containsExactly(new SkippedItem("5.png", "has no tags in tags.csv"));
        }
        try (Dataset some = Subset.of(ImageFolder.of(folder, 4).withTags(3), 2).open()) {
            assertThat(some.tags()).containsExactly("blonde hair", "hat", "smile");
        }
        write("tags.csv", "file,tags", "1.png,smile", "./1.png,hat");
        refused().withMessageContaining("line 3, lists 1.png again");
        write("tags.csv", "file,words", "1.png,smile");
        refused().withMessageContaining("has no column tags");
        write("tags.csv", "file,tags", "lost.png,smile", "too.png,");
        refused().withMessageContaining("none of the 5 images").withMessageContaining("such as 1.png");
        write("tags.csv", "file,tags", "1.png,smile", "2.png,smile");
        refused().withMessageContaining("no tag in tags.csv is one that some images have and others lack");
    }

    @Test
    void aNameAloneStandsForAnImageOnlyIfItIsClearWhich() throws IOException {
        images("1.png", "a/1.png", "a/2.png", "a/b/2.png", "a/b/3.png");
        write("tags.csv", "file,tags", "1.png,smile", "2.png,smile", "3.png,");
        try (Dataset data = tagged(9)) {
            assertThat(data.files()).extracting(DataFile::name).containsExactly("1.png", "a/b/3.png");
            assertThat(data.skipped()).extracting(SkippedItem::what).containsExactly("a/1.png", "a/2.png", "a/b/2.png");
        }
        Files.delete(folder.resolve("tags.csv"));
        write("1.txt", "smile, hat");
        write("a/b/3.txt", "hat");
        try (Dataset data = tagged(9)) {
            assertThat(data.files()).extracting(DataFile::name).containsExactly("1.png", "a/b/3.png");
        }
    }

    @Test
    void aTextBesideEachImageListsItsTags() throws IOException {
        images("1.png", "2.jpg", "3.png", "below/4.png");
        write("1.txt", "1girl, blonde hair, smile");
        write("2.jpg.txt", "smile");
        write("below/4.txt", "hat", "smile");
        write("readme.txt", "about");
        try (Dataset data = tagged(9)) {
            assertThat(data.tags()).containsExactly("1girl", "blonde hair", "hat");
            assertThat(tags(data)).containsExactly("110", "000", "001");
            assertThat(data.skipped())
                    .containsExactly(
                            new SkippedItem("3.png", "has no tags in a text file beside the image"),
                            new SkippedItem("readme.txt", "has no image extension: .txt"));
        }
        write("1.txt", "1girl blonde_hair smile");
        write("below/4.txt", "hat smile");
        try (Dataset data = tagged(9)) { // without commas, spaces separate
            assertThat(data.tags()).containsExactly("1girl", "blonde hair", "hat");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', txt", "img_align_celeba, txt", "'', csv"})
    void celebaHasAttributes(String given, String ending) throws IOException {
        for (int i = 1; i <= 4; i++) {
            images("img_align_celeba/00000" + i + ".jpg");
        }
        String list = "list_attr_celeba." + ending;
        if (ending.equals("csv")) {
            write(list, "image_id,5_o_Clock_Shadow,Young", "000001.jpg,-1,1", "000002.jpg,1,-1", "000003.jpg,1,1");
        } else {
            write(list, "3", "5_o_Clock_Shadow Young ", "000001.jpg -1  1", "000002.jpg  1 -1", "000003.jpg  1  1");
        }
        write("list_eval_partition.txt", "000001.jpg 0", "000002.jpg 0", "000003.jpg 2", "000004.jpg 0");
        ImageFolder celeba = ImageFolder.of(folder.resolve(given), 4).withTags(40);
        try (Dataset train = celeba.open();
                Dataset test = celeba.split(Split.TEST).open()) {
            assertThat(train.tags())
                    .containsExactly("5 o clock shadow", "young")
                    .isEqualTo(test.tags());
            assertThat(tags(train)).containsExactly("01", "10");
            assertThat(tags(test)).containsExactly("11");
            assertThat(train.skipped()).singleElement().satisfies(item -> assertThat(item.why())
                    .isEqualTo("has no tags in " + list));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2/Young/000001.jpg 1, 'is for 2 images, but lists 1'",
        "1/Young/000001.jpg 0, 'line 3, has 0 for Young'",
        "1/Young Male/000001.jpg 1, 'line 3, has 1 attributes, not 2'",
        "1/Young, 'lists no image'"
    })
    void damagedListsOfCelebaAreRefused(String lines, String message) throws IOException {
        images("img_align_celeba/000001.jpg");
        write("list_attr_celeba.txt", lines.split("/"));
        refused().withMessageContaining(message);
    }

    @Test
    void missingTagsAreExplained() throws IOException {
        images("1.png");
        refused()
                .withMessageContaining("there are no tags of the images in " + folder)
                .withMessageContaining("write tags.csv, with a file and its tags on each line");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageFolder.of(folder, 4).withTags(-1))
                .withMessageContaining("the number of tags");
    }

    private ThrowableAssertAlternative<IllegalArgumentException> refused() {
        return assertThatIllegalArgumentException().isThrownBy(() -> tagged(9));
    }

    private Dataset tagged(int most) {
        return ImageFolder.of(folder, 4).withTags(most).open();
    }

    /** Returns the tags of each sample, as digits. */
    private static List<String> tags(Dataset data) {
        return IntStream.range(0, data.size())
                .mapToObj(i -> {
                    StringBuilder digits = new StringBuilder();
                    for (float value : data.read(i).get(Field.TAGS).toFloats()) {
                        digits.append((int) value);
                    }
                    return digits.toString();
                })
                .toList();
    }

    private void write(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name), List.of(lines));
    }

    private void images(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        }
    }
}
