package org.gan4j.data.digits;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Floats;
import org.gan4j.api.data.Labels;
import org.gan4j.api.data.Split;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * 1,797 small handwritten digits, which are included in this library: the test part of the <a
 * href="https://doi.org/10.24432/C50P49">Optical Recognition of Handwritten Digits</a> (Alpaydin and Kaynak 1998), as
 * scikit-learn has it. {@code image} is FLOAT [1, 8, 8] in [-1, 1], where -1 is paper and 1 is ink: a pixel counts the ink
 * in 4×4 dots of a scan, from 0 to 16. {@code label} is INT [], the digit.
 *
 * <p>The parts are in the original order, in which each writer's digits follow each other: TRAIN has the first 1,257,
 * seven tenths, and TEST the last 540.
 *
 * @param split the part of the data; TRAIN by default
 */
public record Digits(Split split) implements DataSource {
    /** The names of the classes. */
    public static final List<String> CLASSES =
            IntStream.range(0, 10).mapToObj(String::valueOf).toList();

    private static final String FILE = "digits.gz";
    private static final int SIDE = 8;
    private static final int ALL = 1797;
    /** The first seven tenths. */
    private static final int TRAIN = 1257;

    private static final int RECORD = 1 + SIDE * SIDE;
    private static final float HALF_THE_INK = 8;

    /** Takes the part TRAIN if none is given. */
    public Digits {
        split = split == null ? Split.TRAIN : split;
    }

    /** Returns the digits for training. */
    public static Digits embedded() {
        return new Digits(Split.TRAIN);
    }

    @Override
    public String name() {
        return "digits";
    }

    @Override
    public Optional<String> license() {
        return Optional.of("Optical Recognition of Handwritten Digits: CC BY 4.0");
    }

    @Override
    public String summary() {
        return "1,797 handwritten digits, 8×8, included in this library";
    }

    @Override
    public Dataset open() {
        byte[] records = read();
        int first = split == Split.TEST ? TRAIN : 0;
        int count = (split == Split.TRAIN ? TRAIN : ALL) - first;
        float[] images = new float[count * SIDE * SIDE];
        int[] labels = new int[count];
        int at = 0;
        for (int i = 0; i < count; i++) {
            int record = (first + i) * RECORD;
            labels[i] = records[record];
            for (int pixel = 1; pixel < RECORD; pixel++) {
                images[at++] = records[record + pixel] / HALF_THE_INK - 1;
            }
        }
        Field image = new Field(Field.IMAGE, DType.FLOAT, Shape.of(1, SIDE, SIDE));
        return ColumnDataset.of(List.of(new Floats(image, images), new Labels(labels)))
                .withClasses(CLASSES);
    }

    private static byte[] read() {
        try (InputStream in = Digits.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "the resource " + FILE + " is missing next to Digits.class: build gan-data with its resources");
            }
            return new GZIPInputStream(in).readAllBytes();
        } catch (IOException problem) {
            throw new UncheckedIOException(FILE + " cannot be read: " + problem, problem);
        }
    }
}
