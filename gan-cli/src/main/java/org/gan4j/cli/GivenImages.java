package org.gan4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Transform;
import org.gan4j.data.folder.ColorMode;
import org.gan4j.data.folder.FolderListing;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;

/**
 * Images in the form of a GAN's samples: their center squares, in its size and colors, after those transforms of its training
 * that are not random.
 *
 * @param pixels [N,C,H,W] in [-1, 1]
 * @param names the name of each image
 * @param skipped what else is in the folder and cannot be used
 */
record GivenImages(TensorData pixels, List<String> names, List<SkippedItem> skipped) {
    /** More rows than a person looks through; and their latents fit into memory. */
    private static final int MOST = 500;

    /** Copies the lists. */
    GivenImages {
        names = List.copyOf(names);
        skipped = List.copyOf(skipped);
    }

    /**
     * Reads an image file, or all images of a folder.
     *
     * @param form the form of the samples
     * @throws IllegalArgumentException if the samples are no square images, there is no such file or folder, or no usable
     *     image in it, or too many
     */
    static GivenImages read(Path path, Field form, GanSpec spec) {
        if (!form.isImage() || form.shape().dim(1) != form.shape().dim(2)) {
            throw new IllegalArgumentException(
                    "this run generates " + form.shape() + ", and only square images can be compared with a file");
        }
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(
                    "there is no file or folder " + path + ": name an image, or a folder of images");
        }
        if (Files.isDirectory(path)) {
            int count = FolderListing.of(path).images().size();
            if (count > MOST) {
                throw new IllegalArgumentException("there are " + count + " images in " + path + ", and at most " + MOST
                        + " are read at once: name a folder with fewer");
            }
            return ofFolder(path, form, path, spec);
        }
        try {
            Path folder = Files.createTempDirectory("gan-image");
            Path copy = folder.resolve(String.valueOf(path.getFileName()));
            try {
                Files.copy(path, copy);
                return ofFolder(folder, form, path, spec);
            } finally {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the image " + path + " cannot be read: " + failed, failed);
        }
    }

    private static GivenImages ofFolder(Path folder, Field form, Path named, GanSpec spec) {
        ColorMode colors = form.shape().dim(0) == 1 ? ColorMode.GRAY : ColorMode.RGB;
        ImageFolder images = new ImageFolder(folder.toString(), form.shape().dim(1), colors, Split.ALL, true);
        try (Dataset opened = images.open()) {
            TensorData pixels =
                    opened.read(IntStream.range(0, opened.size()).toArray()).get(Field.IMAGE);
            List<Transform> filters = spec.transforms().stream()
                    .filter(transform -> !transform.isRandom())
                    .toList();
            for (Transform filter : filters) {
                pixels = filter.apply(pixels, new Philox(spec.seed(), "evaluation", 0));
            }
            return new GivenImages(
                    pixels, opened.files().stream().map(DataFile::name).toList(), opened.skipped());
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    String.valueOf(unusable.getMessage()).replace(folder.toString(), named.toString()), unusable);
        }
    }
}
