package org.gan4j.data.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.plugin.FilePath;

/**
 * The images in a folder that have captions, for text-to-image. Captions are in one of two files in the folder, UTF-8:
 *
 * <pre>
 * captions.csv              captions.jsonl
 * file,caption              {"file": "hearts/1.png", "caption": "a red heart"}
 * hearts/1.png,a red heart  {"file": "cat.jpg", "caption": "a cat, asleep"}
 * cat.jpg,"a cat, asleep"
 * </pre>
 *
 * <p>Each pair of an image and a caption is a sample: an image with three captions is three samples, which share its
 * pixels. Samples are in the order of the file. {@code image} and {@code label} are those of {@link ImageFolder};
 * {@code caption} is the index of a text in {@link Dataset#captions()}, where equal texts are one.
 *
 * <p>Lines whose image is missing, whose caption is empty, or that repeat an earlier line, and images without a caption,
 * are listed in {@link Dataset#skipped()}.
 *
 * @param path path of the folder
 * @param size side in pixels, as in {@link ImageFolder}. Defaults to 64
 * @param colors the channels of the images; defaults to {@link ColorMode#AUTO}
 */
public record CaptionedImages(@FilePath String path, int size, ColorMode colors) implements DataSource {
    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the path is blank, the size is out of range, or the colors are missing
     */
    public CaptionedImages {
        new ImageFolder(path, size, colors);
    }

    /**
     * Returns the captioned images of a folder as squares of this side, in color unless all are gray.
     *
     * @throws IllegalArgumentException if the size is out of range
     */
    public static CaptionedImages of(Path path, int size) {
        return new CaptionedImages(path.toString(), size, ColorMode.AUTO);
    }

    /** Returns whether a folder has a file of captions. */
    public static boolean hasCaptions(Path folder) {
        return CaptionFile.NAMES.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    @Override
    public String name() {
        return "captioned-images";
    }

    @Override
    public String summary() {
        return "images in a folder with captions in captions.csv or captions.jsonl";
    }

    /**
     * Opens the folder.
     *
     * @throws IllegalArgumentException if there is no such folder, no file of captions or more than one, or no usable pair
     *     of an image and a caption
     */
    @Override
    public Dataset open() {
        return new CaptionedReading(Path.of(path), size, colors).open();
    }
}
