package org.gan4j.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Labels;
import org.gan4j.api.data.Pixels;
import org.gan4j.api.data.Split;
import org.gan4j.api.plugin.FilePath;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * The 60,000 small photos of <a href="https://www.cs.toronto.edu/~kriz/cifar.html">CIFAR-10</a>, read from its binary
 * version. {@code image} is FLOAT [3, 32, 32] in [-1, 1] and {@code label} is INT, an index into {@link #CLASSES}.
 *
 * @param path the folder with data_batch_1.bin to data_batch_5.bin and test_batch.bin, or one such file
 * @param split the files of the folder to read: 50,000 photos for training (the default), 10,000 for testing, or all, those
 *     for training first
 */
public record Cifar10(@FilePath String path, Split split) implements DataSource {
    /** The names of the classes 0 to 9. */
    public static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    private static final Shape IMAGE = Shape.of(3, 32, 32);
    /** The bytes of the label and the image. */
    private static final int RECORD = 1 + 3 * 32 * 32;

    /** The most bytes of one file, ten times those of the published ones, so that six fit into one array. */
    private static final int MOST_BYTES = 10 * 10_000 * RECORD;

    private static final String TEST = "test_batch.bin";

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the path is blank or a setting is missing
     */
    public Cifar10 {
        if (path == null || path.isBlank() || split == null) {
            throw new IllegalArgumentException("CIFAR-10 needs the path of its folder and a split: TRAIN, TEST or ALL");
        }
    }

    /** Returns the photos for training. */
    public static Cifar10 of(Path path) {
        return new Cifar10(path.toString(), Split.TRAIN);
    }

    /**
     * Returns the training photos of a folder, else its test photos, or those of its sub-folder cifar-10-batches-bin; empty if
     * it has no file of either.
     *
     * @throws IllegalArgumentException if it has the Python version
     */
    static Optional<Cifar10> in(Path folder) {
        Path below = folder.resolve("cifar-10-batches-bin");
        Path python = folder.resolve("cifar-10-batches-py");
        if (Files.isDirectory(below) && present(below).isPresent()) {
            return present(below);
        }
        if (Files.isDirectory(python) || Files.isRegularFile(folder.resolve("batches.meta"))) {
            throw new IllegalArgumentException(
                    folder + " has the Python version of CIFAR-10, which is not read: download cifar-10-binary.tar.gz,"
                            + " and give its folder cifar-10-batches-bin");
        }
        return present(folder);
    }

    private static Optional<Cifar10> present(Path folder) {
        return Stream.of(Split.TRAIN, Split.TEST)
                .filter(split -> files(split).anyMatch(file -> Files.isRegularFile(folder.resolve(file))))
                .findFirst()
                .map(split -> new Cifar10(folder.toString(), split));
    }

    @Override
    public String name() {
        return "cifar-10";
    }

    @Override
    public String summary() {
        return "small color photos of ten classes, 32×32, in CIFAR-10's binary files";
    }

    @Override
    public Dataset open() {
        Path place = Path.of(path);
        if (!Files.exists(place)) {
            throw new IllegalArgumentException("there is no file or folder " + place);
        }
        List<Path> files = (Files.isDirectory(place) ? files(split).map(place::resolve) : Stream.of(place)).toList();
        List<byte[]> read = files.stream().map(Cifar10::read).toList();
        int count = read.stream().mapToInt(bytes -> bytes.length / RECORD).sum();
        byte[] images = new byte[count * IMAGE.size()];
        int[] labels = new int[count];
        int at = 0;
        for (byte[] bytes : read) {
            for (int from = 0; from < bytes.length; from += RECORD) {
                labels[at] = bytes[from];
                System.arraycopy(bytes, from + 1, images, at * IMAGE.size(), IMAGE.size());
                at++;
            }
        }
        return ColumnDataset.of(
                        List.of(new Pixels(new Field(Field.IMAGE, DType.FLOAT, IMAGE), images), new Labels(labels)))
                .withClasses(CLASSES)
                .withFiles(files.stream().map(DataFile::of).toList());
    }

    private static Stream<String> files(Split split) {
        Stream<String> train = IntStream.rangeClosed(1, 5).mapToObj(number -> "data_batch_" + number + ".bin");
        return switch (split) {
            case TRAIN -> train;
            case TEST -> Stream.of(TEST);
            case ALL -> Stream.concat(train, Stream.of(TEST));
        };
    }

    private static byte[] read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "there is no file " + file + ": download the binary version of CIFAR-10 and unpack all of it");
        }
        try {
            long length = Files.size(file);
            if (length > MOST_BYTES) {
                throw new IllegalArgumentException(file + " is not a file of CIFAR-10's binary version: it has "
                        + length + " bytes, and such a file has at most " + MOST_BYTES + "; name another");
            }
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length == 0 || bytes.length % RECORD != 0) {
                throw new IllegalArgumentException(file + " is not a complete file of CIFAR-10's binary version: its "
                        + bytes.length + " bytes are not a multiple of " + RECORD + "; download it again");
            }
            for (int from = 0; from < bytes.length; from += RECORD) {
                if (bytes[from] < 0 || bytes[from] >= CLASSES.size()) {
                    throw new IllegalArgumentException(file + " is not a file of CIFAR-10's binary version: image "
                            + from / RECORD + " has the label " + (bytes[from] & 0xFF)
                            + ", which must be from 0 to 9; download it again");
                }
            }
            return bytes;
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem, problem);
        }
    }
}
