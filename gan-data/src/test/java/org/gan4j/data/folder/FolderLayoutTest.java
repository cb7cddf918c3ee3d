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
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.api.data.Split;
import org.gan4j.data.crops.ImageCrops;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderLayoutTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"val", "valid", "validation", "test", "Val"})
    void foldersOfSplitsAreNoClasses(String kept) throws IOException {
        for (String file : List.of("n01440764/1.JPEG", "n01443537/2.JPEG", "n01443537/3.JPEG")) {
            image("train/" + file);
        }
        image(kept + "/n01440764/4.JPEG");
        image("loose.JPEG");
        try (Dataset train = ImageFolder.of(folder, 4).open()) {
            assertThat(train.classes()).containsExactly("n01440764", "n01443537");
            assertThat(labels(train)).containsExactly(0, 1, 1);
            assertThat(train.files())
                    .containsExactly(
                            file("train/n01440764/1.JPEG"),
                            file("train/n01443537/2.JPEG"),
                            file("train/n01443537/3.JPEG"));
            assertThat(train.skipped())
                    .containsExactly(
                            new SkippedItem("loose.JPEG", "is beside the sub-folders of splits, so it is in none"));
        }
        try (Dataset test = ImageFolder.of(folder, 4).split(Split.TEST).open();
                Dataset all = ImageFolder.of(folder, 4).split(Split.ALL).open()) {
            assertThat(test.files()).containsExactly(file(kept + "/n01440764/4.JPEG"));
            assertThat(all.size()).isEqualTo(4);
            assertThat(all.classes()).containsExactly("n01440764", "n01443537");
        }
    }

    @Test
    void testIsTakenBeforeValidation() throws IOException {
        image("train/1.png");
        image("val/2.png");
        image("test/3.png");
        assertThat(names(ImageFolder.of(folder, 4).split(Split.TEST))).containsExactly("test/3.png");
        assertThat(names(ImageFolder.of(folder, 4))).containsExactly("train/1.png");
    }

    @Test
    void aMissingSplitIsNamed() throws IOException {
        image("train/1.png");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageFolder.of(folder, 4).split(Split.TEST).open())
                .withMessageContaining("there is no sub-folder test or val with images in " + folder)
                .withMessageContaining("which has train");
    }

    @Test
    void aTrainAmongOtherThingsIsAClass() throws IOException {
        image("train/1.png");
        image("bus/2.png");
        try (Dataset data = ImageFolder.of(folder, 4).open()) {
            assertThat(data.classes()).containsExactly("bus", "train");
        }
    }

    @Test
    void classesThatAreNumbersAreInTheirOrder() throws IOException {
        for (String name : List.of("10", "2", "0", "1")) {
            image(name + "/image.png");
        }
        try (Dataset data = ImageFolder.of(folder, 4).open()) {
            assertThat(data.classes()).containsExactly("0", "1", "2", "10");
            assertThat(labels(data)).containsExactly(0, 1, 3, 2); // in the order of paths
        }
        image("Cats/1.png");
        image("cats/2.png");
        image(".hidden/3.png");
        try (Dataset data = ImageFolder.of(folder, 4).open()) {
            assertThat(data.classes()).containsExactly("0", "1", "10", "2", "Cats", "cats");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', txt", "'', csv", "img_align_celeba, txt"})
    void celebaIsSplitByItsFile(String given, String ending) throws IOException {
        for (int i = 1; i <= 5; i++) {
            image("img_align_celeba/00000" + i + ".jpg");
        }
        Files.writeString(folder.resolve("list_attr_celeba.txt"), "5\nSmiling\n");
        Files.writeString(
                folder.resolve("list_eval_partition." + ending),
                ending.equals("csv")
                        ? "image_id,partition\n000001.jpg,0\n000002.jpg,1\n000003.jpg,0\n000004.jpg,2\n"
                        : "000001.jpg 0\n000002.jpg 1\n000003.jpg 0\n000004.jpg 2\n");
        ImageFolder celeba = ImageFolder.of(folder.resolve(given), 4);
        assertThat(names(celeba)).containsExactly("000001.jpg", "000003.jpg");
        assertThat(names(celeba.split(Split.TEST))).containsExactly("000004.jpg");
        assertThat(names(celeba.split(Split.ALL)))
                .containsExactly("000001.jpg", "000002.jpg", "000003.jpg", "000004.jpg");
        try (Dataset data = celeba.open()) {
            assertThat(data.classes()).isEmpty();
            assertThat(data.skipped()).singleElement().satisfies(item -> {
                assertThat(item.what()).endsWith("000005.jpg");
                assertThat(item.why()).isEqualTo("is not in list_eval_partition." + ending);
            });
        }
        Files.writeString(folder.resolve("list_eval_partition." + ending), "000001.jpg 3\n");
        assertThatIllegalArgumentException().isThrownBy(celeba::open).withMessageContaining("line 1");
    }

    @ParameterizedTest
    @CsvSource({
        "LOC_synset_mapping.txt, LOC_val_solution.csv",
        "synset_words.txt, ILSVRC2012_validation_ground_truth.txt"
    })
    void imageNetsClassesAreWordsAndAListNamesThoseOfValidation(String words, String answers) throws IOException {
        for (String file : List.of("n02012849/a.JPEG", "n01440764/b.JPEG", "n03126707/c.JPEG")) {
            image("train/" + file);
        }
        for (int i = 1; i <= 4; i++) {
            image("val/ILSVRC2012_val_0000000" + i + ".JPEG");
        }
        write(words, "n01440764 tench, Tinca tinca", "n02012849 crane", "n03126707 crane", "");
        if (answers.endsWith("csv")) {
            write(
                    answers,
                    "ImageId,PredictionString",
                    "ILSVRC2012_val_00000002,n01440764 85 1 499 272 ",
                    "ILSVRC2012_val_00000001,n03126707 1 2 3 4 n03126707 5 6 7 8 ",
                    "ILSVRC2012_val_00000003,n01440764 1 2 3 4 ");
        } else {
            write(answers, "2", "7", "7");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ImageFolder.of(folder, 4).open())
                    .withMessageContaining("whose IDs are in map_clsloc.txt of ImageNet's development kit");
            write("map_clsloc.txt", "n01440764 7 tench", "n03126707 2 crane");
        }
        try (Dataset train = ImageFolder.of(folder, 4).open();
                Dataset val = ImageFolder.of(folder, 4).split(Split.TEST).open()) {
            assertThat(train.classes()).containsExactly("tench", "crane (n02012849)", "crane (n03126707)");
            assertThat(labels(train)).containsExactly(0, 1, 2); // in the order of paths
            assertThat(train.skipped()).isEmpty();
            assertThat(val.classes()).containsExactly("tench", "crane (n03126707)");
            assertThat(labels(val)).containsExactly(1, 0, 0);
            assertThat(val.skipped())
                    .containsExactly(new SkippedItem("val/ILSVRC2012_val_00000004.JPEG", "has no class in " + answers));
        }
        image("test/ILSVRC2012_test_00000001.JPEG");
        try (Dataset test = ImageFolder.of(folder, 4).split(Split.TEST).open()) { // the list is that of val
            assertThat(test.size()).isEqualTo(1);
            assertThat(test.classes()).isEmpty();
        }
        write(words, "tench");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageFolder.of(folder, 4).open())
                .withMessageContaining(words + ", line 1, is not the ID of a class and its words");
    }

    private void write(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name), List.of(lines));
    }

    @Test
    void smallImagesAreEnlargedIfAskedFor() throws IOException {
        BufferedImage small = new BufferedImage(4, 2, BufferedImage.TYPE_BYTE_GRAY);
        small.getRaster().setPixels(0, 0, 4, 2, new int[] {0, 10, 200, 0, 0, 250, 60, 0});
        ImageIO.write(small, "png", folder.resolve("small.png").toFile());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageFolder.of(folder, 4).open());
        try (Dataset data = ImageFolder.of(folder, 4).enlarged().open()) {
            TensorData image = data.read(0).get(Field.IMAGE);
            assertThat(image.shape()).isEqualTo(Shape.of(1, 1, 4, 4));
            // Pillow, rounded: Image.fromarray(np.array([[10, 200], [250, 60]], np.float32)).resize((4, 4),
            // Image.BICUBIC)
            assertThat(IntStream.range(0, 16)
                            .map(i -> (int) Math.round((image.get(i) + 1) * 127.5))
                            .boxed())
                    .containsExactly(0, 35, 166, 232, 50, 83, 148, 181, 210, 177, 112, 79, 255, 225, 94, 28);
        }
    }

    @Test
    void allFolderSourcesNameTheirFiles() throws IOException {
        image("source/a.png");
        image("image/a.png");
        assertThat(PairedFolder.of(folder, 4).open().files())
                .containsExactly(file("source/a.png"), file("image/a.png"));
        Files.writeString(folder.resolve("captions.csv"), "file,caption\nsource/a.png,one\nsource/a.png,two\n");
        assertThat(CaptionedImages.of(folder, 4).open().files())
                .containsExactly(file("captions.csv"), file("source/a.png"));
        assertThat(ImageCrops.of(folder).size(2).open().files())
                .containsExactly(file("image/a.png"), file("source/a.png"));
        assertThat(ImageCrops.embedded().open().files()).isEmpty();
    }

    private DataFile file(String name) {
        return DataFile.of(name, folder.resolve(name));
    }

    private static List<String> names(ImageFolder source) {
        try (Dataset data = source.open()) {
            return data.files().stream()
                    .map(file -> file.name().replace("img_align_celeba/", ""))
                    .toList();
        }
    }

    private static List<Integer> labels(Dataset data) {
        TensorData labels = data.read(IntStream.range(0, data.size()).toArray()).get(Field.LABEL);
        return IntStream.range(0, data.size())
                .mapToObj(i -> (int) labels.get(i))
                .toList();
    }

    private void image(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "jpg", file.toFile());
    }
}
