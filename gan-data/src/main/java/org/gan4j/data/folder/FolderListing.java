package org.gan4j.data.folder;

import java.io.IOException;
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
import org.gan4j.api.data.SkippedItem;

/**
 * What lies in a folder, at any depth, without what is hidden.
 *
 * @param pictures files with the ending of a picture, by path
 * @param others all else
 */
record FolderListing(List<Found> pictures, List<SkippedItem> others) {
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "jpe", "gif", "bmp", "webp");

    /** @param name the path within the folder, with slashes on every platform */
    record Found(String name, Path file) {
        /** The sub-folder of the folder that it is in; empty for none. */
        String subFolder() {
            return name.substring(0, Math.max(0, name.indexOf('/')));
        }
    }

    static FolderListing of(Path folder) {
        Walk walk = new Walk(folder);
        try {
            // links are followed, as data are often kept elsewhere; the walk notices loops
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        } catch (IOException problem) {
            throw new UncheckedIOException("the folder " + folder + " cannot be read: " + problem, problem);
        }
        // by UTF-16 units: no locale has a say
        walk.pictures.sort(Comparator.comparing(Found::name));
        walk.others.sort(Comparator.comparing(SkippedItem::what));
        return new FolderListing(List.copyOf(walk.pictures), List.copyOf(walk.others));
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final List<Found> pictures = new ArrayList<>();
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
            String ending = ending(file);
            if (attributes.isSymbolicLink()) {
                others.add(new SkippedItem(name(file), "a link that leads nowhere"));
            } else if (!attributes.isRegularFile()) {
                others.add(new SkippedItem(name(file), "no plain file"));
            } else if (ENDINGS.contains(ending)) {
                pictures.add(new Found(name(file), file));
            } else {
                others.add(new SkippedItem(
                        name(file), ending.isEmpty() ? "no ending of a picture" : "no picture's ending: ." + ending));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException problem) {
            if (!isHidden(path)) {
                String why = problem instanceof FileSystemLoopException
                        ? "a link to a folder that it is in"
                        : "cannot be opened (" + problem.getClass().getSimpleName() + ")";
                others.add(new SkippedItem(name(path), why));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path path, IOException problem) {
            if (problem != null) {
                others.add(new SkippedItem(name(path), "was read in part only: " + problem));
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

        private static String ending(Path file) {
            String name = file.getFileName().toString();
            return name.substring(name.lastIndexOf('.') + 1 == 0 ? name.length() : name.lastIndexOf('.') + 1)
                    .toLowerCase(Locale.ROOT);
        }
    }
}
