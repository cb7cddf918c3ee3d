package org.gan4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gan4j.data.folder.FolderListing;
import org.gan4j.data.folder.FolderListing.Found;
import org.gan4j.data.photos.PhotoFormat;

/**
 * Image files to read, each with the file to write.
 *
 * @param pairs the pairs, in the order of their names
 * @param folder whether they come from a folder, of which the rest is read if one cannot be
 */
record ImagePairs(List<Pair> pairs, boolean folder) {
    /**
     * A file to read, and one to write.
     *
     * @param name the name to show
     */
    record Pair(String name, Path from, Path to) {}

    /**
     * Returns the pairs of a file and a file, or of all images in a folder and PNG files in another.
     *
     * @throws IllegalArgumentException if there is nothing to read, or the output cannot be written or exists
     */
    static ImagePairs of(Path in, Path out, boolean overwrite) {
        if (!Files.exists(in)) {
            throw new IllegalArgumentException("there is no file or folder " + in);
        }
        ImagePairs pairs = Files.isDirectory(in) ? ofFolder(in, out) : ofFile(in, out);
        for (Pair pair : pairs.pairs) {
            if (!overwrite && Files.exists(pair.to)) {
                throw new IllegalArgumentException(pair.to + " exists: choose another name, or add --overwrite");
            }
        }
        return pairs;
    }

    private static ImagePairs ofFile(Path in, Path out) {
        if (Files.isDirectory(out)) {
            throw new IllegalArgumentException(out + " is a folder: name a file in it, such as large.png");
        }
        PhotoFormat.of(out);
        requireFolderAbove(out);
        return new ImagePairs(List.of(new Pair(in.getFileName().toString(), in, out)), false);
    }

    private static ImagePairs ofFolder(Path in, Path out) {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new IllegalArgumentException(out + " is a file, and " + in + " a folder: name a folder to write to");
        }
        requireFolderAbove(out);
        if (real(out).startsWith(real(in))) {
            throw new IllegalArgumentException(
                    out + " is in " + in + ", the folder that is read: name a folder outside of it");
        }
        Map<Path, Pair> pairs = new LinkedHashMap<>();
        for (Found image : FolderListing.of(in).images()) {
            String name = image.stem() + ".png";
            Pair pair = new Pair(image.name(), image.file(), out.resolve(name));
            Pair other = pairs.put(pair.to, pair);
            if (other != null) {
                throw new IllegalArgumentException(
                        other.name + " and " + pair.name + " would both become " + name + ": rename one of them");
            }
        }
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("there is no PNG, JPEG, GIF, BMP, WebP or TIFF image in " + in);
        }
        return new ImagePairs(List.copyOf(pairs.values()), true);
    }

    private static void requireFolderAbove(Path out) {
        Path above = out.toAbsolutePath().getParent();
        if (above != null && !Files.isDirectory(above)) {
            throw new IllegalArgumentException("there is no folder " + above + " for " + out + ": create it first");
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException missing) {
            Path above = folder.toAbsolutePath().normalize().getParent();
            return above == null ? folder : real(above).resolve(folder.getFileName());
        }
    }

    /** The work on one pair. */
    @FunctionalInterface
    interface Work {
        /**
         * Reads an image and writes another.
         *
         * @param pair the files
         * @param shown the text to show while it takes place
         */
        void on(Pair pair, String shown);
    }

    /**
     * Works on each pair. An image from a folder that cannot be read is a warning.
     *
     * @return the number of images that were written
     * @throws IllegalArgumentException if the only image cannot be read
     * @throws UncheckedIOException if an image cannot be written
     */
    int each(Work work, Consumer<String> warnings) {
        int done = 0;
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            try {
                if (folder) {
                    Files.createDirectories(pair.to.toAbsolutePath().getParent());
                }
                work.on(pair, folder ? (i + 1) + "/" + pairs.size() + " " + pair.name : pair.name);
                done++;
            } catch (IOException failed) {
                throw new UncheckedIOException("cannot create a folder for " + pair.to + ": " + failed, failed);
            } catch (IllegalArgumentException unusable) {
                if (!folder) {
                    throw unusable;
                }
                warnings.accept(unusable.getMessage());
            }
        }
        return done;
    }
}
