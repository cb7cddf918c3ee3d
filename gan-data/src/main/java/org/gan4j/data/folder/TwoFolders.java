package org.gan4j.data.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.data.folder.FolderListing.Found;
import org.gan4j.data.folder.ImageDecoder.Size;
import org.gan4j.data.formats.StoredImage;
import org.gan4j.data.formats.UnusableException;

/**
 * Pairs of files of the same name in the sub-folders {@code source} and {@code image}.
 *
 * @param files those in {@code image}
 * @param sources their sources, by their own name
 */
record TwoFolders(ImageFiles files, Map<String, Found> sources, ImageDecoder decoder) implements PairLayout {
    /**
     * Finds the pairs.
     *
     * @throws IllegalArgumentException if there is none
     */
    static TwoFolders in(Path folder, int size) {
        FolderListing listing = FolderListing.of(folder);
        List<SkippedItem> skipped = new ArrayList<>(listing.others());
        Map<String, Found> sources = byName(listing.images(), PairedFolder.SOURCE, skipped);
        Map<String, Found> images = byName(listing.images(), IMAGE, skipped);
        for (Found file : listing.images()) {
            if (!file.subFolder().equals(PairedFolder.SOURCE)
                    && !file.subFolder().equals(IMAGE)) {
                skipped.add(new SkippedItem(file.name(), "is in neither of the sub-folders source and image"));
            }
        }
        List<Found> pairs = new ArrayList<>();
        Map<String, Found> sourceFiles = new LinkedHashMap<>();
        images.forEach((name, image) -> {
            Found source = sources.remove(name);
            if (source == null) {
                skipped.add(new SkippedItem(image.name(), "has no file of its name in source"));
            } else {
                pairs.add(image);
                sourceFiles.put(image.name(), source);
            }
        });
        sources.forEach(
                (name, source) -> skipped.add(new SkippedItem(source.name(), "has no file of its name in image")));
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("there is no pair in " + folder + ": of the " + sources.size()
                    + " images in source and the " + images.size()
                    + " in image, none have the same name; name the files"
                    + " of a pair alike, as in source/1.png and image/1.png");
        }
        return new TwoFolders(new ImageFiles(folder, pairs, skipped), sourceFiles, new ImageDecoder(size));
    }

    /** Returns the files of a sub-folder by their names without sub-folder and extension. */
    private static Map<String, Found> byName(List<Found> files, String subFolder, List<SkippedItem> skipped) {
        Map<String, Found> byName = new LinkedHashMap<>();
        for (Found file : files) {
            if (file.subFolder().equals(subFolder)) {
                String name = file.stem().substring(subFolder.length() + 1);
                Found other = byName.putIfAbsent(name, file);
                if (other != null) {
                    skipped.add(new SkippedItem(file.name(), "has the name of " + other.name()));
                }
            }
        }
        return byName;
    }

    @Override
    public Size measure(Found file) throws UnusableException {
        return ImageDecoder.measure(pair(file).image());
    }

    @Override
    public List<PixelImage> read(Found file) throws UnusableException {
        Pair pair = pair(file);
        PixelImage source = ofSource(() -> decoder.read(pair.source()));
        return List.of(source, decoder.read(pair.image()));
    }

    private record Pair(StoredImage source, StoredImage image) {}

    /** Reads and checks the files of a pair, each once, without decoding their pixels. */
    private Pair pair(Found file) throws UnusableException {
        StoredImage image = StoredImage.of(file.file());
        StoredImage source =
                ofSource(() -> StoredImage.of(sources.get(file.name()).file()));
        requireAlike(ImageDecoder.measure(image), ImageDecoder.measure(source));
        return new Pair(source, image);
    }

    private void requireAlike(Size image, Size source) throws UnusableException {
        boolean alike = decoder.size() == 0
                ? image.equals(source)
                : (long) image.width() * source.height() == (long) image.height() * source.width();
        if (!alike) {
            throw new UnusableException("is " + image + ", but its source is " + source);
        }
    }

    @Override
    public List<DataFile> origins(Found file) {
        return List.of(sources.get(file.name()).origin(), file.origin());
    }

    private interface Reading<T> {
        T read() throws UnusableException;
    }

    private static <T> T ofSource(Reading<T> reading) throws UnusableException {
        try {
            return reading.read();
        } catch (UnusableException unusable) {
            throw new UnusableException("has a source that " + unusable.getMessage(), unusable);
        }
    }
}
