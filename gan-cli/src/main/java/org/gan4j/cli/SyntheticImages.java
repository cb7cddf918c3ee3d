package org.gan4j.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.apps.refinement.Refiner;
import org.gan4j.data.Unpaired;
import org.gan4j.data.images.ImageGrid;
import org.gan4j.provenance.Imprint;
import org.gan4j.tensor.TensorData;
import org.gan4j.training.OutputDirectory;

/**
 * The first of a run's own synthetic images. Their labels, if they have any, become sub-folders.
 *
 * @param data the data that have them
 * @param count the number of images
 */
record SyntheticImages(Dataset data, int count) {
    private static final String IMAGE = Unpaired.OTHER + Field.IMAGE;
    private static final String LABEL = Unpaired.OTHER + Field.LABEL;
    private static final int AT_A_TIME = 256;

    /**
     * Returns the first synthetic images of data, of which a partition may hold them.
     *
     * @throws IllegalArgumentException if there are fewer
     */
    static SyntheticImages of(Dataset data, int count) {
        Dataset synthetic = data.partitions().stream()
                .filter(partition -> has(partition, IMAGE))
                .findFirst()
                .orElse(data);
        if (count > synthetic.size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the run's data have %,d synthetic images, not %,d: give a smaller --count",
                    synthetic.size(),
                    count));
        }
        return new SyntheticImages(synthetic, count);
    }

    /**
     * Requires that the folders to write are new or empty, and different.
     *
     * @param unrefined the second folder, or null
     * @throws IllegalArgumentException if they are not
     */
    static void requireOutput(Path out, Path unrefined) {
        OutputDirectory.at(out);
        if (unrefined != null) {
            OutputDirectory.at(unrefined);
            Path first = out.toAbsolutePath().normalize();
            Path second = unrefined.toAbsolutePath().normalize();
            if (first.startsWith(second) || second.startsWith(first)) {
                throw new IllegalArgumentException("the folder " + unrefined + " of --unrefined and " + out
                        + " must not contain each other: name another folder");
            }
        }
    }

    private static boolean has(Dataset data, String field) {
        return data.fields().stream().anyMatch(each -> each.name().equals(field));
    }

    /** Writes the refined images, and the synthetic ones as they are if there is a folder for them. */
    void write(Refiner refiner, Path out, Imprint imprint, Optional<Path> unrefined) {
        for (int from = 0; from < count; from += AT_A_TIME) {
            Map<String, TensorData> rows = data.read(
                    IntStream.range(from, Math.min(from + AT_A_TIME, count)).toArray());
            List<String> names = names(rows, from);
            write(out, names, refiner.refine(rows.get(IMAGE)), imprint);
            unrefined.ifPresent(folder -> write(folder, names, rows.get(IMAGE), Imprint.NONE));
        }
    }

    private static void write(Path folder, List<String> names, TensorData images, Imprint imprint) {
        for (int i = 0; i < names.size(); i++) {
            imprint.write(folder.resolve(names.get(i)), ImageGrid.single(images, i));
        }
    }

    /** Returns the names of the files: the class, if there are labels, and the number of the image. */
    private List<String> names(Map<String, TensorData> rows, int from) {
        TensorData labels = rows.get(LABEL);
        return IntStream.range(0, rows.get(IMAGE).shape().dim(0))
                .mapToObj(i -> (labels == null ? "" : folder((int) labels.get(i)) + "/")
                        + String.format(Locale.ROOT, "%04d.png", from + i))
                .toList();
    }

    private String folder(int label) {
        List<String> classes = data.classes();
        return label < classes.size() ? classes.get(label).replaceAll("[/\\\\:]", "-") : String.valueOf(label);
    }
}
