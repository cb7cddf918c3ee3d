package org.gan4j.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import org.gan4j.apps.superresolution.EnlargementScores;
import org.gan4j.apps.superresolution.EnlargementScores.Row;
import org.gan4j.apps.superresolution.Enlargements;
import org.gan4j.apps.superresolution.Enlargements.Method;
import org.gan4j.apps.superresolution.Upscaler;
import org.gan4j.cli.tables.MarkdownTable;
import org.gan4j.data.folder.FolderListing;
import org.gan4j.data.folder.FolderListing.Found;
import org.gan4j.data.images.PngFiles;
import org.gan4j.metrics.images.ImageColor;
import org.gan4j.metrics.images.ImagePairMeasure;
import org.gan4j.metrics.images.PeakSignalToNoise;
import org.gan4j.metrics.images.StructuralSimilarity;
import org.gan4j.metrics.images.TrunkDistance;

/**
 * The evaluation of an upscaler on the photographs of a folder: each is reduced and enlarged again, by the generator, by
 * bicubic interpolation, and by repeating pixels. It writes a table and, for each photograph, its middle side by side.
 *
 * @param upscaler the upscaler
 * @param to the folder to write to
 */
record EnlargementReport(Upscaler upscaler, Path to) {
    private static final int SIDE = 192;

    /**
     * Measures the photographs of a folder. One that cannot be read is a warning.
     *
     * @param perceptual measures in the features of a network that the generator was not trained with; empty if there is
     *     none
     * @return the table
     * @throws IllegalArgumentException if there is no photograph that can be read
     */
    String of(Path folder, Optional<TrunkDistance> perceptual, PrintWriter warnings) {
        int border = upscaler.scale();
        List<ImagePairMeasure> measures = new ArrayList<>(List.of(
                new PeakSignalToNoise(ImageColor.Y, border, false),
                new PeakSignalToNoise(ImageColor.RGB, border, false),
                new StructuralSimilarity(ImageColor.Y, border, false)));
        perceptual.ifPresent(measures::add);
        upscaler.upscale(
                new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY)); // a wrong generator is no bad photograph
        List<Row> rows = new ArrayList<>();
        for (Found found : FolderListing.of(folder).images()) {
            try {
                Enlargements images = Enlargements.of(found.file(), upscaler);
                rows.add(Row.of(found.name(), images, measures));
                write(images, found.name());
            } catch (IllegalArgumentException unusable) {
                warnings.println("gan: " + found.name() + " is left out: " + unusable.getMessage());
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no photograph in " + folder + " that can be measured: name another folder");
        }
        List<String> names = measures.stream().map(ImagePairMeasure::resultName).toList();
        String table = table(new EnlargementScores(names, rows), measures);
        write(table);
        return table;
    }

    private void write(Enlargements images, String name) {
        Path file = to.resolve(name.replace('/', '-') + ".png");
        PngFiles.writeGrid(file, images.middle(SIDE), Method.values().length + 1);
    }

    private void write(String table) {
        try {
            Files.writeString(to.resolve("scores.md"), table);
        } catch (IOException failed) {
            throw new UncheckedIOException("the table cannot be written to " + to + ": " + failed, failed);
        }
    }

    private static String table(EnlargementScores scores, List<ImagePairMeasure> measures) {
        List<String> head = new ArrayList<>(List.of("photograph"));
        for (String measure : scores.measures()) {
            for (Method method : Method.values()) {
                head.add(measure + " " + method.name().toLowerCase(Locale.ROOT));
            }
        }
        List<List<String>> lines = new ArrayList<>(List.of(head));
        for (Row row : scores.rows()) {
            lines.add(line(row.photograph(), scores, (method, measure) -> row.values()
                    .get(method)
                    .get(measure)));
        }
        lines.add(line("mean of " + scores.rows().size(), scores, scores::mean));
        StringBuilder text = new StringBuilder(MarkdownTable.of(lines)).append('\n');
        for (int i = 0; i < measures.size(); i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s: %s is better; the generator beats bicubic on %d of %d\n",
                    scores.measures().get(i),
                    measures.get(i).higherIsBetter() ? "more" : "less",
                    scores.wins(i, measures.get(i).higherIsBetter()),
                    scores.rows().size()));
        }
        return text.toString();
    }

    private static List<String> line(String name, EnlargementScores scores, ToDoubleBiFunction<Method, Integer> value) {
        List<String> line = new ArrayList<>(List.of(name));
        for (int measure = 0; measure < scores.measures().size(); measure++) {
            for (Method method : Method.values()) {
                double number = value.applyAsDouble(method, measure);
                boolean decibels = scores.measures().get(measure).startsWith("psnr");
                line.add(Double.isNaN(number) ? "–" : String.format(Locale.ROOT, decibels ? "%.2f" : "%.4f", number));
            }
        }
        return line;
    }
}
