package org.gan4j.data.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.data.folder.FolderListing.Found;
import org.gan4j.data.folder.ImageDecoder.Size;
import org.gan4j.data.formats.UnusableException;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/** Opens a {@link PairedFolder}: decodes the images of each pair into their slots, and makes samples of the usable ones. */
record PairReading(PairedFolder settings, long budget) {
    /** Whether the images of a pair are gray. */
    private record Grays(boolean source, boolean image) {}

    Dataset open() {
        PairLayout layout = PairLayout.of(Path.of(settings.path()), settings.size());
        ImageFiles files = layout.files();
        Size target = settings.size() > 0
                ? new Size(settings.size(), settings.size())
                : CommonSize.of(files, layout::measure);
        int pixels = Math.multiplyExact(target.width(), target.height());
        int channels = settings.colors() == ColorMode.GRAY ? 1 : 3;
        Slots sources = Slots.of(files.found().size(), (long) channels * pixels, budget / 2);
        Slots images = Slots.of(files.found().size(), (long) channels * pixels, budget / 2);
        Runnable closing = () -> {
            sources.close();
            images.close();
        };
        try {
            ImageFiles.Decoded<Grays> decoded =
                    files.decode((file, i) -> grays(layout, file, target, sources, images, i));
            List<Optional<Grays>> results = decoded.results();
            int[] used = IntStream.range(0, results.size())
                    .filter(i -> results.get(i).isPresent())
                    .toArray();
            SlotColumn image = column(Field.IMAGE, results, Grays::image, target, images, used);
            SlotColumn source = column(PairedFolder.SOURCE, results, Grays::source, target, sources, used);
            return ColumnDataset.of(List.of(image, source))
                    .withTransformed(List.of())
                    .withSkipped(decoded.skipped())
                    .withFiles(IntStream.of(used)
                            .mapToObj(i -> layout.origins(files.found().get(i)))
                            .flatMap(List::stream)
                            .toList())
                    .withClosing(closing);
        } catch (RuntimeException | Error problem) {
            closing.run();
            throw problem;
        }
    }

    /** Decodes a pair into its slots, and returns which of its images are gray. */
    private Grays grays(PairLayout layout, Found file, Size target, Slots sources, Slots images, int slot)
            throws UnusableException {
        List<PixelImage> pair = layout.read(file);
        PixelImage source = pair.get(settings.flipped() ? 1 : 0);
        PixelImage image = pair.get(settings.flipped() ? 0 : 1);
        if (image.width() != target.width() || image.height() != target.height()) {
            throw new UnusableException("is not " + target + " like the others");
        }
        sources.put(slot, kept(source).levels());
        images.put(slot, kept(image).levels());
        return new Grays(source.channels() == 1, image.channels() == 1);
    }

    private PixelImage kept(PixelImage image) {
        return settings.colors() == ColorMode.GRAY ? image.gray() : image.colored();
    }

    private SlotColumn column(
            String field, List<Optional<Grays>> results, Predicate<Grays> gray, Size size, Slots slots, int[] used) {
        boolean allGray = results.stream().flatMap(Optional::stream).allMatch(gray);
        boolean one = settings.colors() == ColorMode.GRAY || settings.colors() == ColorMode.AUTO && allGray;
        Shape shape = Shape.of(one ? 1 : 3, size.height(), size.width());
        slots.seal(shape.size());
        return new SlotColumn(new Field(field, DType.FLOAT, shape), slots, used);
    }
}
