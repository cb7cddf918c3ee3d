package org.gan4j.data.digits;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Labels;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * Digits that are drawn: a simulator of {@link Digits}, whose images need no one to label them. A digit consists of a few
 * lines and curves, which are stretched, slanted, turned and moved a little, and drawn with a pen of random width. {@code
 * image} is FLOAT [1, size, size] in [-1, 1], where -1 is paper and 1 is ink: a pixel counts the ink in 4×4 dots. {@code
 * label} is INT [], the digit, which is the last digit of the sample's number.
 *
 * <p>A sample is a pure function of the seed and its number, equal on every machine, so nothing is stored, and a resumed run
 * sees the same digits.
 *
 * @param count the number of digits; 10,000 by default
 * @param size height and width in pixels, at least 4; 8 by default
 * @param seed the seed that draws the digits; 1 by default
 */
public record DrawnDigits(int count, int size, long seed) implements DataSource {
    private static final int SMALLEST = 4;
    private static final int LARGEST = 512;

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if there is no digit, or the size is out of range
     */
    public DrawnDigits {
        if (count < 1) {
            throw new IllegalArgumentException("there must be at least 1 drawn digit, not " + count);
        }
        if (size < SMALLEST || size > LARGEST) {
            throw new IllegalArgumentException(
                    "the size of drawn digits must be from " + SMALLEST + " to " + LARGEST + " pixels, not " + size);
        }
    }

    /** Returns 10,000 digits of the form of {@link Digits}. */
    public static DrawnDigits standard() {
        return new DrawnDigits(10_000, 8, 1);
    }

    /**
     * Returns a copy with another number of digits; the first ones stay the same.
     *
     * @throws IllegalArgumentException if there is no digit
     */
    public DrawnDigits count(int digits) {
        return new DrawnDigits(digits, size, seed);
    }

    /**
     * Returns a copy of another height and width.
     *
     * @throws IllegalArgumentException if the size is out of range
     */
    public DrawnDigits size(int pixels) {
        return new DrawnDigits(count, pixels, seed);
    }

    /** Returns a copy with another seed, which draws other digits. */
    public DrawnDigits seed(long number) {
        return new DrawnDigits(count, size, number);
    }

    @Override
    public String name() {
        return "drawn-digits";
    }

    @Override
    public String summary() {
        return "synthetic digits of lines and curves, drawn by this library";
    }

    @Override
    public Dataset open() {
        Field image = new Field(Field.IMAGE, DType.FLOAT, Shape.of(1, size, size));
        int[] labels = IntStream.range(0, count).map(DigitColumn::label).toArray();
        return ColumnDataset.of(List.of(new DigitColumn(image, this), new Labels(labels)))
                .withClasses(Digits.CLASSES);
    }
}
