package org.gan4j.data.folder;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.data.Captions;
import org.gan4j.api.data.Column;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.data.folder.CaptionFile.Line;
import org.gan4j.data.folder.FolderListing.Found;

/** Opens {@link CaptionedImages}: decodes the images that captions name, and makes a sample of each caption. */
record CaptionedReading(Path folder, int size, ColorMode colors) {
    private static final int FEW = 3;

    Dataset open() {
        ImageFiles files = ImageFiles.in(folder);
        CaptionFile captions = CaptionFile.in(folder);
        Map<String, String> present = new HashMap<>();
        files.found().forEach(file -> present.put(composed(file.name()), file.name()));
        List<SkippedItem> skipped = new ArrayList<>(files.others());
        skipped.removeIf(item -> item.what().equals(captions.name()));
        List<Line> lines = usable(captions, present, skipped);
        if (lines.isEmpty()) {
            throw nothing(captions, skipped);
        }
        Set<String> named = lines.stream().map(Line::image).collect(Collectors.toCollection(TreeSet::new));
        reportUnnamed(files, named, skipped);
        ImageFiles wanted = new ImageFiles(
                folder,
                files.found().stream()
                        .filter(file -> named.contains(file.name()))
                        .toList(),
                skipped);
        return dataset(
                new FolderReading(
                                folder,
                                new ImageDecoder(size),
                                colors,
                                Runtime.getRuntime().maxMemory() / 4)
                        .decode(wanted),
                folder.resolve(captions.name()),
                lines);
    }

    /** Returns a name in Unicode's form NFC: file systems and editors write accents in different ways. */
    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /**
     * Returns the lines with an image and a caption, each pair once, and reports the others.
     *
     * @param present the names of the images, by their form NFC
     */
    private static List<Line> usable(CaptionFile captions, Map<String, String> present, List<SkippedItem> skipped) {
        record Pair(String image, String caption) {}
        Map<Pair, Line> pairs = new LinkedHashMap<>();
        for (Line written : captions.lines()) {
            String image = written.image();
            Line line = new Line(written.number(), present.getOrDefault(composed(image), image), written.caption());
            Pair pair = new Pair(line.image(), line.caption());
            String why = "";
            if (line.caption().isEmpty()) {
                why = "has an empty caption";
            } else if (!present.containsKey(composed(line.image()))) {
                why = "names "
                        + (line.image().isEmpty() ? "no image" : line.image() + ", which is no image of the folder");
            } else if (pairs.containsKey(pair)) {
                why = "repeats line " + pairs.get(pair).number();
            } else {
                pairs.put(pair, line);
            }
            if (!why.isEmpty()) {
                skipped.add(new SkippedItem(captions.name() + ", line " + line.number(), why));
            }
        }
        return List.copyOf(pairs.values());
    }

    private static void reportUnnamed(ImageFiles files, Set<String> named, List<SkippedItem> skipped) {
        List<String> unnamed = files.found().stream()
                .map(Found::name)
                .filter(name -> !named.contains(name))
                .toList();
        if (!unnamed.isEmpty()) {
            skipped.add(new SkippedItem(
                    unnamed.size() == 1 ? "1 image" : unnamed.size() + " images",
                    (unnamed.size() == 1 ? "has" : "have") + " no caption: "
                            + unnamed.stream().limit(FEW).collect(Collectors.joining(", "))
                            + (unnamed.size() > FEW ? ", ..." : "")));
        }
    }

    private IllegalArgumentException nothing(CaptionFile captions, List<SkippedItem> skipped) {
        return new IllegalArgumentException("none of the " + captions.lines().size() + " captions in "
                + folder.resolve(captions.name()) + " can be used ("
                + skipped.stream()
                        .filter(item -> item.what().startsWith(captions.name()))
                        .limit(FEW)
                        .map(item -> item.what().substring(captions.name().length() + 2) + " " + item.why())
                        .collect(Collectors.joining("; "))
                + "): name images by their path within the folder");
    }

    private static Dataset dataset(FolderImages images, Path captions, List<Line> lines) {
        List<DataFile> files = new ArrayList<>(List.of(DataFile.of(captions)));
        Map<String, Integer> slots = new HashMap<>();
        IntStream.of(images.used()).forEach(i -> slots.put(images.files().get(i).name(), i));
        List<Line> used =
                lines.stream().filter(line -> slots.containsKey(line.image())).toList();
        int[] rows = used.stream().mapToInt(line -> slots.get(line.image())).toArray();
        files.addAll(images.origins(IntStream.of(rows).distinct().sorted().toArray()));
        List<String> classes = images.classes(rows);
        List<Column> columns = new ArrayList<>();
        columns.add(images.column(rows));
        if (!classes.isEmpty()) {
            columns.add(images.labels(classes, rows));
        }
        columns.add(Captions.of(used.stream().map(Line::caption).toList()));
        return ColumnDataset.of(columns)
                .withClasses(classes)
                .withSkipped(images.skipped())
                .withFiles(files)
                .withClosing(images::close);
    }
}
