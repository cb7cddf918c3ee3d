package org.gan4j.data.folder;

import java.util.List;
import java.util.Objects;
import org.gan4j.data.folder.FolderListing.Found;
import org.gan4j.data.folder.ImageDecoder.Size;
import org.gan4j.data.formats.UnusableException;

/** The common size of images that keep their own. */
final class CommonSize {
    private CommonSize() {}

    /** Returns the size of the image in a file; called on several threads. */
    interface Measuring {
        Size measure(Found file) throws UnusableException;
    }

    private record Measured(Found file, Size size) {}

    /**
     * Returns the common size of all readable images.
     *
     * @throws IllegalArgumentException if they have different sizes
     */
    static Size of(ImageFiles files, Measuring measuring) {
        List<Measured> measured = files.found().parallelStream()
                .map(file -> {
                    try {
                        return new Measured(file, measuring.measure(file));
                    } catch (UnusableException unusable) {
                        return null;
                    }
                })
                .filter(Objects::nonNull)
                .toList();
        if (measured.isEmpty()) {
            // decoding reports the reasons
            return new Size(1, 1);
        }
        Measured first = measured.get(0);
        for (Measured other : measured) {
            if (!other.size().equals(first.size())) {
                throw new IllegalArgumentException("the images in " + files.folder() + " have different sizes: "
                        + first.file().name() + " is " + first.size() + " and "
                        + other.file().name() + " is " + other.size()
                        + "; give a size, such as 64, to scale them to");
            }
        }
        return first.size();
    }
}
