package org.gan4j.data.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.data.formats.ImageFormat;

/**
 * The files in a folder, at any depth, without hidden ones.
 *
 * @param images files that begin as an image does, whatever their name is, or have the extension of one, sorted by path
 * @param others everything else
 */
public record FolderListing(List<Found> images, List<SkippedItem> others) {
    private static final Set<String> EXTENSIONS =
            Set.of("png", "jpg", "jpeg", "jpe", "gif", "bmp", "webp", "tif", "tiff");

    /**
     * A file that was found.
     *
     * @param name the path within the folder, with slashes on every platform
     * @param file the path of the file
     * @param label the class; empty if none
     */
    public record Found(String name, Path file, String label) {
        /** Creates a file whose class is its top-level sub-folder. */
        public Found(String name, Path file) {
            this(name, file, top(name));
        }

        /** Returns a copy of another class. */
        Found of(String other) {
            return new Found(name, file, other);
        }

        /** Returns the top-level sub-folder that the file is in; empty if none. */
        public String subFolder() {
            return top(name);
        }

        /** Returns the first folder of a path with slashes; empty if it has none. */
        static String top(String path) {
            return path.substring(0, Math.max(0, path.indexOf('/')));
        }

        /** Returns the file, as the origin of a sample. */
        DataFile origin() {
            return DataFile.of(name, file);
        }

        /** Returns the name without the extension, if that is one of an image; the ending of photo.v2 is not. */
        public String stem() {
            return EXTENSIONS.contains(extension(file)) ? name.substring(0, name.lastIndexOf('.')) : name;
        }
    }

    /**
     * Lists the files in a folder. Links are followed.
     *
     * @throws UncheckedIOException if the folder cannot be read
     */
    public static FolderListing of(Path folder) {
        Walk walk = new Walk(folder);
        try {
            // links are followed, since data are often stored elsewhere; the walk detects loops
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        } catch (IOException problem) {
            throw new UncheckedIOException("the folder " + folder + " cannot be read: " + problem, problem);
        }
        // by UTF-16 units, which does not depend on the locale
        walk.images.sort(Comparator.comparing(Found::name));
        walk.others.sort(Comparator.comparing(SkippedItem::what));
        return new FolderListing(List.copyOf(walk.images), List.copyOf(walk.others));
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final List<Found> images = new ArrayList<>();
        private final List<SkippedItem> others = new ArrayList<>();

        private Walk(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            return !path.equals(folder) && isHidden(path) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isHidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            String extension = extension(file);
            if (attributes.isSymbolicLink()) {
                others.add(new SkippedItem(name(file), "is a broken link"));
            } else if (!attributes.isRegularFile()) {
                others.add(new SkippedItem(name(file), "is not a regular file"));
            } else if (EXTENSIONS.contains(extension) || beginsAsImage(file)) {
                images.add(new Found(name(file), file));
            } else {
                others.add(new SkippedItem(
                        name(file),
                        extension.isEmpty() ? "has no file extension" : "has no image extension: ." + extension));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException problem) {
            if (!isHidden(path)) {
                String why = problem instanceof FileSystemLoopException
                        ? "is a link to a folder that contains it"
                        : "cannot be opened (" + problem.getClass().getSimpleName() + ")";
                others.add(new SkippedItem(name(path), why));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path path, IOException problem) {
            if (problem != null) {
                others.add(new SkippedItem(name(path), "was only partly read: " + problem));
            }
            return FileVisitResult.CONTINUE;
        }

        private String name(Path path) {
            return folder.relativize(path)
                    .toString()
                    .replace(path.getFileSystem().getSeparator(), "/");
        }

        private static boolean isHidden(Path path) {
            try {
                return path.getFileName().toString().startsWith(".") || Files.isHidden(path);
            } catch (IOException unknown) {
                return false;
            }
        }

        private static boolean beginsAsImage(Path file) {
            try (InputStream in = Files.newInputStream(file)) {
                return ImageFormat.of(in.readNBytes(ImageFormat.TELLING)).isPresent();
            } catch (IOException unreadable) {
                return false;
            }
        }
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1 == 0 ? name.length() : name.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT);
    }
}
