package org.gan4j.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.api.data.DataSource;
import org.gan4j.data.folder.CaptionedImages;
import org.gan4j.data.folder.ColorMode;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.data.folder.PairedFolder;
import org.gan4j.data.formats.ImageFormat;
import org.gan4j.data.numbers.CsvFile;
import org.gan4j.data.numbers.NpyFile;

/** Recognizes the kind of data at a path. */
public final class DataSources {
    /** MNIST's file names, with a hyphen or a dot, such as train-images-idx3-ubyte.gz and t10k-images.idx3-ubyte. */
    private static final Pattern IDX = Pattern.compile("(.*)idx(\\d)-ubyte(\\.gz)?|(.*)\\.idx(\\.gz)?");

    private DataSources() {}

    /**
     * Returns the data at a path: a folder of CIFAR-10's binary files, a folder of pairs in the sub-folders {@code source}
     * and {@code image}, a folder with a file of captions, any other folder as images, or a .npy, .csv or IDX file. An
     * IDX file of images gets its labels from the file with the usual name in the same folder, if there is
     * one.
     *
     * @param size side in pixels of the images of a folder, as in {@link ImageFolder}
     * @param gray whether the images of a folder are converted to gray
     * @throws IllegalArgumentException if there is no such file or folder, if its kind is unknown, or if the
     *     size is out of range
     */
    public static DataSource at(Path path, int size, boolean gray) {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("there is no file or folder " + path);
        }
        if (Files.isDirectory(path)) {
            ColorMode colors = gray ? ColorMode.GRAY : ColorMode.AUTO;
            if (PairedFolder.isPaired(path)) {
                return new PairedFolder(path.toString(), size, colors, false);
            }
            if (CaptionedImages.hasCaptions(path)) {
                return new CaptionedImages(path.toString(), size, colors);
            }
            return Cifar10.in(path)
                    .map(DataSource.class::cast)
                    .orElseGet(() -> new ImageFolder(path.toString(), size, colors));
        }
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        Matcher idx = IDX.matcher(name);
        if (name.endsWith(".npy")) {
            return NpyFile.of(path);
        }
        if (name.endsWith(".csv")) {
            return CsvFile.of(path);
        }
        if (idx.matches() && !"1".equals(idx.group(2))) {
            return idx(path);
        }
        if (name.matches("(data_batch_[1-5]|test_batch)\\.bin")) {
            return Cifar10.of(path);
        }
        throw new IllegalArgumentException(path + " is not data of a known kind: give a folder of images ("
                + ImageFormat.NAMES + "), a folder of CIFAR-10's binary files, a .npy file, a .csv file, or an"
                + " IDX file of images (...idx3-ubyte, .idx, gzipped or not)");
    }

    /** Returns whether a source needs a path: the one that its plug-in lists is only an example. */
    public static boolean needsPath(DataSource source) {
        return source instanceof ImageFolder
                || source instanceof PairedFolder
                || source instanceof CaptionedImages
                || source instanceof Cifar10
                || source instanceof IdxImages
                || source instanceof NpyFile
                || source instanceof CsvFile;
    }

    private static DataSource idx(Path images) {
        String name = images.getFileName().toString();
        String labels = name.replace("images", "labels").replace("idx3", "idx1");
        Path labelFile = images.resolveSibling(labels);
        return !labels.equals(name) && name.contains("images") && Files.isRegularFile(labelFile)
                ? IdxImages.of(images, labelFile)
                : IdxImages.of(images);
    }
}
