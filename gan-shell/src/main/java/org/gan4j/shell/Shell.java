package org.gan4j.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.gan4j.api.training.TrainingHistory;
import org.gan4j.api.training.TrainingResult;
import org.gan4j.data.images.ImageGrid;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.dsl.run.RunMetrics;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/**
 * The functions that the start-up script of JShell imports: they draw samples, images and losses on the standard output.
 * Images are in color where the terminal says that it shows 24-bit colors, and in shades of ASCII elsewhere; both fit the
 * terminal's width.
 */
public final class Shell {
    /** The width below which the images of a grid are not reduced; there are fewer in a row instead. */
    private static final int LEAST_PIXELS = 12;

    private static final int GAP = 2;
    private static final long MOST_PIXELS = 100_000_000;

    private Shell() {}

    /** Draws samples: images as a grid, points of the plane as a plot, and anything else as a table of numbers. */
    public static void show(Samples samples) {
        print(text(samples, Terminal.current()));
    }

    /** Draws data, such as a batch that a data set reads, as samples are drawn. */
    public static void show(TensorData data) {
        show(new Samples(data));
    }

    /**
     * Computes a tensor, and draws it as samples are drawn.
     *
     * @throws IllegalStateException if the tensor uses inputs or variables
     */
    public static void show(Tensor tensor) {
        show(tensor.evaluate());
    }

    /** Draws an image. */
    public static void show(BufferedImage image) {
        print(Drawing.of(image, Terminal.current()));
    }

    /**
     * Draws the image of a file.
     *
     * @throws IllegalArgumentException if there is no such file, or it is not an image that can be read
     */
    public static void show(Path image) {
        show(read(image));
    }

    /**
     * Plots metrics of a training.
     *
     * @param names the metrics; by default, the players' losses
     * @throws IllegalArgumentException if there is no metric of one of these names, or no step was trained
     */
    public static void plot(TrainingResult result, String... names) {
        plot(result.history(), names);
    }

    /**
     * Plots metrics of a training.
     *
     * @param names the metrics; by default, the players' losses
     * @throws IllegalArgumentException if there is no metric of one of these names, or no step was trained
     */
    public static void plot(TrainingHistory history, String... names) {
        print(CurvePlot.of(history, List.of(names), Terminal.current()));
    }

    /**
     * Plots metrics of a run, which may be in training.
     *
     * @param run the folder of the run
     * @param names the metrics; by default, the players' losses
     * @throws IllegalArgumentException if the folder has no metrics, there is no metric of one of these names, or no step
     *     was trained
     */
    public static void plot(Path run, String... names) {
        plot(RunMetrics.of(run), names);
    }

    static String text(Samples samples, Terminal terminal) {
        TensorData data = samples.data();
        if (samples.areImages() && data.shape().size() > 0) {
            return Drawing.of(ImageGrid.of(data, across(samples, terminal)), terminal);
        }
        if (data.shape().rank() == 0) {
            return data + "\n";
        }
        TensorData numbers = samples.inUnits();
        boolean points = numbers.shape().rank() == 2 && numbers.shape().dim(1) == 2;
        return points
                ? PointPlot.of(numbers, terminal.width())
                : VectorTable.of(numbers, samples.scales(), terminal.width());
    }

    /** Returns the number of images in a row: about the square root, unless they would become too small. */
    private static int across(Samples samples, Terminal terminal) {
        if (samples.columns().isPresent()) {
            return samples.columns().getAsInt();
        }
        int square = (int) Math.ceil(Math.sqrt(samples.count()));
        int least = Math.min(LEAST_PIXELS, samples.data().shape().dim(3)) + GAP;
        return Math.max(1, Math.min(square, (terminal.width() - 1) / least));
    }

    private static BufferedImage read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + file);
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IllegalArgumentException(file + " is not an image that can be read, such as a PNG file");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new IllegalArgumentException(file + " has more than 100 million pixels: reduce it first");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException failed) {
            throw new IllegalArgumentException("cannot read the image " + file + ": " + failed.getMessage(), failed);
        }
    }

    /** Prints in UTF-8, as terminals with colors expect it; all other text is ASCII, but for names. */
    private static void print(String text) {
        try {
            System.out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a PrintStream throws none
        }
        System.out.flush();
    }
}
