package org.gan4j.data.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.data.folder.FolderListing.Found;
import org.gan4j.data.folder.ImageDecoder.Size;
import org.gan4j.data.formats.UnusableException;

/** A layout of pairs of images in a folder; one file stands for each pair. */
interface PairLayout {
    /** The sub-folder of the translations. */
    String IMAGE = "image";

    /** Returns the files that stand for the pairs, and everything that is not part of one. */
    ImageFiles files();

    /** Returns the size of both images of a pair. */
    Size measure(Found file) throws UnusableException;

    /** Reads the two images of a pair: the source first. */
    List<PixelImage> read(Found file) throws UnusableException;

    /** Returns the files of a pair. */
    List<DataFile> origins(Found file);

    /**
     * Returns the layout of a folder.
     *
     * @throws IllegalArgumentException if there is no such folder, it has only one of the two sub-folders, or has no pair
     */
    static PairLayout of(Path folder, int size) {
        if (PairedFolder.isPaired(folder)) {
            return TwoFolders.in(folder, size);
        }
        for (String only : List.of(PairedFolder.SOURCE, IMAGE)) {
            if (Files.isDirectory(folder.resolve(only))) {
                String missing = only.equals(IMAGE) ? PairedFolder.SOURCE : IMAGE;
                throw new IllegalArgumentException(
                        "the folder " + folder + " has a sub-folder " + only + " but none named "
                                + missing
                                + ": give it both, with files of the same names, or neither, with source and image side"
                                + " by side in each file");
            }
        }
        return new SideBySide(ImageFiles.in(folder), new ImageDecoder(size));
    }
}
