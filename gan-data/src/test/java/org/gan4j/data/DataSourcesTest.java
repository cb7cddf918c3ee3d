package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Split;
import org.gan4j.data.folder.CaptionedImages;
import org.gan4j.data.folder.ColorMode;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.data.folder.PairedFolder;
import org.gan4j.data.numbers.CsvFile;
import org.gan4j.data.numbers.NpyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSourcesTest {
    @TempDir
    Path folder;

    @Test
    void foldersHoldImagesUnlessTheyHoldCifar10() throws IOException {
        assertThat(DataSources.at(folder, 48, false)).isEqualTo(ImageFolder.of(folder, 48));
        assertThat(DataSources.at(folder, 48, true)).isEqualTo(new ImageFolder(folder.toString(), 48, ColorMode.GRAY));
        Files.createFile(folder.resolve("test_batch.bin"));
        assertThat(DataSources.at(folder, 48, false)).isEqualTo(new Cifar10(folder.toString(), Split.TEST));
        Path batch = Files.createFile(folder.resolve("data_batch_4.bin"));
        assertThat(DataSources.at(folder, 48, false)).isEqualTo(Cifar10.of(folder));
        assertThat(DataSources.at(batch, 48, false)).isEqualTo(Cifar10.of(batch));
    }

    @Test
    void theFolderAboveCifar10IsRecognizedAndItsPythonVersionRefused() throws IOException {
        Path python = Files.createDirectories(folder.resolve("cifar-10-batches-py"));
        Files.createFile(python.resolve("batches.meta"));
        for (Path given : new Path[] {folder, python}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DataSources.at(given, 48, false))
                    .withMessageContaining(given + " has the Python version of CIFAR-10")
                    .withMessageContaining("give its folder cifar-10-batches-bin");
        }
        Path binary = Files.createDirectories(folder.resolve("cifar-10-batches-bin"));
        Files.createFile(binary.resolve("data_batch_1.bin"));
        assertThat(DataSources.at(folder, 48, false)).isEqualTo(Cifar10.of(binary));
    }

    @Test
    void foldersWithSourcesAndImagesHoldPairs() throws IOException {
        Files.createDirectories(folder.resolve("source"));
        assertThat(DataSources.at(folder, 48, false)).isInstanceOf(ImageFolder.class);
        Files.createDirectories(folder.resolve("image"));
        assertThat(DataSources.at(folder, 48, false)).isEqualTo(PairedFolder.of(folder, 48));
        assertThat(DataSources.at(folder, 48, true))
                .isEqualTo(new PairedFolder(folder.toString(), 48, ColorMode.GRAY, false));
    }

    @Test
    void foldersWithAFileOfCaptionsHoldCaptionedImages() throws IOException {
        Files.createFile(folder.resolve("captions.jsonl"));
        assertThat(DataSources.at(folder, 48, true))
                .isEqualTo(new CaptionedImages(folder.toString(), 48, ColorMode.GRAY));
    }

    @Test
    void tablesAndArraysAreKnownByTheirEndings() throws IOException {
        Path npy = Files.createFile(folder.resolve("a.NPY"));
        assertThat(DataSources.at(npy, 64, false)).isEqualTo(NpyFile.of(npy));
        Path csv = Files.createFile(folder.resolve("a.csv"));
        assertThat(DataSources.at(csv, 64, false)).isEqualTo(CsvFile.of(csv));
    }

    @ParameterizedTest
    @CsvSource({
        "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz",
        "t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte",
        "train-images.idx3-ubyte, train-labels.idx1-ubyte",
        "images.idx.gz, labels.idx.gz"
    })
    void labelsOfIdxFilesAreFoundNextToThem(String images, String labels) throws IOException {
        Path file = Files.createFile(folder.resolve(images));
        assertThat(DataSources.at(file, 64, false)).isEqualTo(IdxImages.of(file));
        Path labelFile = Files.createFile(folder.resolve(labels));
        assertThat(DataSources.at(file, 64, false)).isEqualTo(IdxImages.of(file, labelFile));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.zip", "photo.png", "train-labels-idx1-ubyte", "noending"})
    void rejectsUnknownKindsAndListsTheKnown(String name) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.at(file, 64, false))
                .withMessageContaining(name)
                .withMessageContaining(".npy")
                .withMessageContaining("CIFAR-10");
    }

    @Test
    void namesAMissingFile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.at(folder.resolve("nowhere"), 64, false))
                .withMessageContaining("there is no file or folder")
                .withMessageContaining("nowhere");
    }

    @Test
    void onlyDataWithoutEmbeddedSamplesNeedAPath() {
        assertThat(new DataPlugin().dataSources())
                .filteredOn(DataSources::needsPath)
                .extracting(DataSource::name)
                .containsExactly("image-folder", "paired-folder", "captioned-images", "cifar-10", "idx", "npy", "csv");
    }
}
