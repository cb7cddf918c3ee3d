package org.gan4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.data.folder.FolderListing;
import org.gan4j.data.images.ImageGrid;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.MatchedClasses;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.tables.augmentation.ClassBalance;
import org.gan4j.tensor.io.StorageException;
import org.gan4j.training.OutputDirectory;

/**
 * Real images in sub-folders of their classes, and synthetic ones of the classes that lack some.
 *
 * @param listing the files of the folder
 * @param out the folder that is written
 * @param balance the classes, with the images that they lack
 */
record AugmentedFolder(FolderListing listing, Path out, ClassBalance balance) {
    private static final int PART = 256;
    private static final long STREAM = 0x5851F42D4C957F2DL;
    private static final String SYNTHETIC = "synthetic-";

    /**
     * Plans the images that are added.
     *
     * @param share the size of rare classes, as a share of the largest
     * @throws IllegalArgumentException if there are fewer than two sub-folders of images, an image is in none or is called as a
     *     synthetic one, the share is out of range, or the output is not a new or empty folder outside of the other
     */
    static AugmentedFolder of(Path in, Path out, double share) {
        OutputDirectory.at(out);
        if (absolute(out).startsWith(absolute(in))) {
            throw new IllegalArgumentException(
                    out + " is in " + in + ", the folder that is read: name a folder outside of it");
        }
        FolderListing listing = FolderListing.of(in);
        Map<String, Integer> counts = new TreeMap<>();
        listing.images().forEach(image -> {
            String file = image.name().substring(image.name().lastIndexOf('/') + 1);
            if (image.subFolder().isEmpty()) {
                throw new IllegalArgumentException("the image " + image.name() + " in " + in
                        + " is in no sub-folder, so it has no class; move it into one");
            }
            if (file.startsWith(SYNTHETIC)) {
                throw new IllegalArgumentException("the image " + image.name() + " in " + in
                        + " is called as synthetic images are; pass a folder of real images");
            }
            counts.merge(image.subFolder(), 1, Integer::sum);
        });
        return new AugmentedFolder(listing, out, new ClassBalance(counts, share));
    }

    private static Path absolute(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    /**
     * Writes the folder: the real images as they are, and {@code synthetic-0000.png}, ... in the sub-folders of their classes. It
     * is there when all images are, or not at all.
     *
     * @param request the seed and the weights
     * @throws IllegalArgumentException if the GAN generates no images of a class, or has not learned one of the classes
     */
    void write(Gan gan, SampleRequest request, Consumer<String> warnings) {
        if (!gan.can(ConditionalSampler.class)) {
            throw new IllegalArgumentException("this GAN cannot generate images of a class: its application is "
                    + gan.spec().application().name() + "; train one with ./gan train conditional");
        }
        Samples.requireImages(gan.schema().image().batch(1));
        List<String> labels = gan.as(ConditionalSampler.class).labels();
        List<String> classes = List.copyOf(balance.counts().keySet());
        MatchedClasses matched = MatchedClasses.of(labels, classes);
        Path target = absolute(out);
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try {
                copy(temporary);
                int part = 0;
                for (int i = 0; i < classes.size(); i++) {
                    SampleRequest ofClass = request.label(labels.get(matched.of(i)));
                    part = generate(gan, ofClass, temporary.resolve(classes.get(i)), i, part);
                }
                Files.deleteIfExists(target); // it is empty
                Files.move(temporary, target);
            } finally {
                delete(temporary);
            }
        } catch (IOException failed) {
            throw StorageException.of(out, failed);
        }
        int others = listing.others().size();
        if (others > 0) {
            warnings.accept(others + (others == 1 ? " file that is no image was" : " files that are no images were")
                    + " left out");
        }
    }

    private void copy(Path folder) throws IOException {
        for (FolderListing.Found image : listing.images()) {
            Path to = folder.resolve(image.name());
            Files.createDirectories(to.getParent());
            Files.copy(image.file(), to);
        }
    }

    /** Generates the images that a class lacks, and returns the number of parts so far, each of which has a seed of its own. */
    private int generate(Gan gan, SampleRequest request, Path folder, int index, int parts) {
        int lacking = balance.added().get(List.copyOf(balance.counts().keySet()).get(index));
        long seed = request.seed().orElse(gan.spec().seed());
        int part = parts;
        for (int from = 0; from < lacking; from += PART) {
            int count = Math.min(PART, lacking - from);
            Samples samples = gan.sample(request.count(count).seed(seed + STREAM * part));
            for (int i = 0; i < count; i++) {
                samples.imprint()
                        .write(
                                folder.resolve(SYNTHETIC + String.format(Locale.ROOT, "%04d.png", from + i)),
                                ImageGrid.single(samples.data(), i));
            }
            part++;
        }
        return part;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> {
                try {
                    Files.delete(each);
                } catch (IOException failed) {
                    throw new UncheckedIOException(each + " cannot be deleted: " + failed, failed);
                }
            });
        }
    }

    /** Returns the number of images of both kinds, in words. */
    String sum() {
        return String.format(
                Locale.ROOT,
                "%,d real and %,d synthetic images",
                listing.images().size(),
                balance.total());
    }
}
