package org.gan4j.data;

import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.data.folder.ImageFolder;

/**
 * The place of the user's own images in a recipe that comes without data, such as one for images that nobody may pass on. The
 * data that the user names take its place; without them, it cannot be opened.
 *
 * @param holds the contents of the user's folder, such as {@code "faces, with tags.csv"}; defaults to {@code "images"}
 * @param tags the number of tags that are read from a folder of images, as in {@link ImageFolder}; 0, the default, reads none
 */
public record OwnImages(String holds, int tags) implements DataSource {
    private static final String IMAGES = "images";

    /**
     * Sets the default of contents that are missing or blank.
     *
     * @throws IllegalArgumentException if the number of tags is negative
     */
    public OwnImages {
        holds = holds == null || holds.isBlank() ? IMAGES : holds;
        if (tags < 0) {
            throw new IllegalArgumentException("the number of tags must be at least 1, or 0 for none, not " + tags);
        }
    }

    /** Returns the place of any images. */
    public static OwnImages any() {
        return new OwnImages(IMAGES, 0);
    }

    /** Returns the other data; with tags, if they are a folder of images without. */
    @Override
    public DataSource over(DataSource other) {
        return tags > 0 && other instanceof ImageFolder folder && folder.tags() == 0 ? folder.withTags(tags) : other;
    }

    @Override
    public String name() {
        return "own-images";
    }

    @Override
    public String summary() {
        return "the place of your own images in a recipe without data: pass them by --data FOLDER";
    }

    /**
     * Refuses to open data that nobody named.
     *
     * @throws IllegalArgumentException always; the message states what to pass
     */
    @Override
    public Dataset open() {
        throw new IllegalArgumentException(
                "there are no data yet, as this recipe learns from your own images: pass a" + " folder of " + holds
                        + " by --data FOLDER, or in Java by data(ImageFolder.of(Path.of(\"FOLDER\"), 64))");
    }
}
