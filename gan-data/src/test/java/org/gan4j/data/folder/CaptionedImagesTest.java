package org.gan4j.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionedImagesTest {
    private static final int LONG = 10_000;

    @TempDir
    Path folder;

    private void image(String name, int color) throws IOException {
        image(name, 16, 16, color);
    }

    private void image(String name, int width, int height, int color) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, color);
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    private void captions(String file, String... lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
    }

    private Dataset open() {
        return CaptionedImages.of(folder, 8).open();
    }

    /** Written with a combining accent on one side and without on the other. */
    @Test
    void namesWithAccentsAreFoundHoweverTheyAreWritten() throws IOException {
        image("caf\u00e9.png", 0xFF0000);
        image("nai\u0308ve.png", 0x0000FF);
        captions("captions.csv", "file,caption", "cafe\u0301.png,a cup", "na\u00efve.png,a square");
        try (Dataset data = open()) {
            assertThat(data.captions()).containsExactly("a cup", "a square");
            assertThat(data.skipped()).isEmpty();
        }
    }

    @Test
    void everyPairOfAnImageAndACaptionIsASample() throws IOException {
        image("red.png", 0xFF0000);
        image("more/blue.png", 0x0000FF);
        captions(
                "captions.csv",
                "file,caption",
                "red.png,a red square",
                "more/blue.png,\"a square, blue\"",
                "./red.png,a square");
        try (Dataset data = open()) {
            assertThat(data.size()).isEqualTo(3);
            assertThat(data.fields())
                    .containsExactly(
                            new Field("image", DType.FLOAT, Shape.of(3, 8, 8)),
                            new Field("caption", DType.INT, Shape.scalar()));
            assertThat(data.captions()).containsExactly("a red square", "a square, blue", "a square");
            assertThat(data.skipped()).isEmpty();
            assertThat(data.read(2, 1).get("caption")).isEqualTo(TensorData.of(new int[] {2, 1}, Shape.of(2)));
            assertThat(data.read(2))
                    .extractingByKey("image")
                    .isEqualTo(data.read(0).get("image"));
            assertThat(data.read(1).get("image").get(0)).isEqualTo(-1); // no red
            assertThat(data.read(1).get("image").get(2 * 64)).isEqualTo(1); // but blue
        }
    }

    @Test
    void equalCaptionsAreOneAndSubFoldersAreClasses() throws IOException {
        image("cats/1.png", 0x101010);
        image("dogs/1.png", 0x202020);
        captions("captions.csv", "caption,file", "an animal,dogs/1.png", "an animal,cats/1.png");
        try (Dataset data = open()) {
            assertThat(data.captions()).containsExactly("an animal");
            assertThat(data.classes()).containsExactly("cats", "dogs");
            assertThat(data.read(0, 1).get("label")).isEqualTo(TensorData.of(new int[] {1, 0}, Shape.of(2)));
            assertThat(data.field("image").shape()).isEqualTo(Shape.of(1, 8, 8));
        }
    }

    @Test
    void jsonLinesAreReadInAnyScriptAndLength() throws IOException {
        image("雪.png", 0xFFFFFF);
        String text = "снег ".repeat(LONG / 5).strip();
        captions(
                "captions.jsonl",
                "{\"file\": \"雪.png\", \"caption\": \"白い雪 ❄\", \"more\": 1}",
                "",
                "{\"file\": \"雪.png\", \"caption\": \"" + text + "\"}");
        try (Dataset data = open()) {
            assertThat(data.captions()).containsExactly("白い雪 ❄", text);
        }
    }

    @Test
    void whatCannotBeUsedIsListedWithCounts() throws IOException {
        image("a.png", 0);
        image("b.png", 0);
        image("c.png", 0);
        image("small.png", 4, 4, 0);
        Files.writeString(folder.resolve("notes.txt"), "notes");
        captions(
                "captions.csv",
                "file,caption",
                "a.png,a thing",
                "gone.png,a lost thing",
                "a.png,  ",
                "a.png,a thing",
                ",nothing",
                "notes.txt,notes",
                "small.png,a small thing");
        try (Dataset data = open()) {
            assertThat(data.size()).isEqualTo(1);
            assertThat(data.skipped())
                    .extracting(item -> item.what() + ": " + item.why())
                    .containsExactlyInAnyOrder(
                            "2 images: have no caption: b.png, c.png",
                            "captions.csv, line 3: names gone.png, which is no image of the folder",
                            "captions.csv, line 4: has an empty caption",
                            "captions.csv, line 5: repeats line 2",
                            "captions.csv, line 6: names no image",
                            "captions.csv, line 7: names notes.txt, which is no image of the folder",
                            "notes.txt: has no image extension: .txt",
                            "small.png: is too small: 4×4, at least 8×8 is needed");
        }
    }

    @Test
    void captionsWithoutAnImageAreRefused() throws IOException {
        image("a.png", 0);
        captions("captions.csv", "file,caption", "b.png,one", "c.png,two");
        assertThatIllegalArgumentException()
                .isThrownBy(this::open)
                .withMessage("none of the 2 captions in " + folder.resolve("captions.csv")
                        + " can be used (line 2 names b.png, which is no image of the folder; line 3 names c.png, which"
                        + " is no image of the folder): name images by their path within the folder");
    }

    @Test
    void aFolderNeedsOneFileOfCaptions() throws IOException {
        image("a.png", 0);
        assertThatIllegalArgumentException()
                .isThrownBy(this::open)
                .withMessageContaining("there is neither captions.csv nor captions.jsonl in " + folder);
        captions("captions.csv", "file,caption", "a.png,one");
        captions("captions.jsonl", "{\"file\": \"a.png\", \"caption\": \"one\"}");
        assertThatIllegalArgumentException()
                .isThrownBy(this::open)
                .withMessageContaining("there are both captions.csv and captions.jsonl in " + folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "captions.csv | file,text | captions.csv has no column caption; it has [file, text]",
                "captions.csv | file,caption,x | captions.csv, line 2, has 2 cells, but the first line has 3",
                "captions.jsonl | {} | captions.jsonl, line 1, has no text for the key file",
                "captions.jsonl | {\"file\": \"a.png\", \"caption\": 3} | line 1, has no text for the key caption",
                "captions.jsonl | {\"file\": \"a.png\", \"file\": \"b.png\", \"caption\": \"a\"} | line 1, is not JSON",
                "captions.jsonl | {\"file\": \"a.png\", \"caption\": \"a\"} {} | line 1, is not JSON",
                "captions.jsonl | a.png | captions.jsonl, line 1, is not JSON"
            })
    void malformedFilesAreRefusedWithTheLine(String file, String first, String problem) throws IOException {
        image("a.png", 0);
        captions(file, first, "a.png,b");
        assertThatIllegalArgumentException().isThrownBy(this::open).withMessageContaining(problem);
    }

    @Test
    void emptyFilesAndOtherEncodingsAreRefused() throws IOException {
        image("a.png", 0);
        for (String name : CaptionFile.NAMES) {
            Files.writeString(folder.resolve(name), "");
            assertThatIllegalArgumentException().isThrownBy(this::open).withMessageContaining(name + " is empty");
            Files.write(folder.resolve(name), "file,caption\na.png,élan\n".getBytes(StandardCharsets.ISO_8859_1));
            assertThatIllegalArgumentException().isThrownBy(this::open).withMessageContaining("is not UTF-8");
            Files.delete(folder.resolve(name));
        }
    }

    @Test
    void sizesThatDifferNeedASize() throws IOException {
        image("a.png", 16, 16, 0);
        image("b.png", 20, 16, 0);
        captions("captions.csv", "file,caption", "a.png,one", "b.png,two");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaptionedImages.of(folder, 0).open())
                .withMessageContaining("a.png is 16×16 and b.png is 20×16");
        captions("captions.csv", "file,caption", "a.png,one");
        try (Dataset data = CaptionedImages.of(folder, 0).open()) {
            assertThat(data.field("image").shape()).isEqualTo(Shape.of(1, 16, 16));
        }
    }
}
