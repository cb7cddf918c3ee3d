package org.gan4j.data.letters;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Labels;
import org.gan4j.api.data.Pixels;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * The letters A to Z and a to z and the digits of a font, black on white: {@code image} is FLOAT [1,size,size] in [-1, 1],
 * and {@code label} the number of the character, from 0. Two fonts are two domains, or a letter in one is to become that in
 * the other:
 *
 * <pre>
 * new Unpaired(Letters.of("Serif"), Letters.of("SansSerif"))
 * </pre>
 *
 * <p>All characters of a font have one scale, at which the largest fits, and one baseline; each is centered between left
 * and right. The fonts are those of the machine, so other machines may draw other images: name an installed family, such
 * as DejaVu Serif, rather than one of Java's logical ones, such as Serif.
 *
 * @param font the family: Serif, SansSerif, Monospaced, or the name of an installed one; Serif by default
 * @param style the style; PLAIN by default
 * @param size side of the images in pixels; 32 by default
 */
public record Letters(String font, Style style, int size) implements DataSource {
    private static final int SIZE = 32;
    private static final int SMALLEST = 8;
    private static final int LARGEST = 1024;

    /** The characters, in the order of their labels. */
    static final List<String> CHARACTERS = Stream.of(
                    IntStream.rangeClosed('A', 'Z'), IntStream.rangeClosed('a', 'z'), IntStream.rangeClosed('0', '9'))
            .flatMap(range -> range.mapToObj(Character::toString))
            .collect(Collectors.toUnmodifiableList());

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the font or its style is missing, or the size is out of range
     */
    public Letters {
        if (font == null || font.isBlank() || style == null) {
            throw new IllegalArgumentException("letters need a font, such as Serif, and a style, such as PLAIN");
        }
        if (size < SMALLEST || size > LARGEST) {
            throw new IllegalArgumentException(
                    "the size of letters must be from " + SMALLEST + " to " + LARGEST + ", not " + size);
        }
    }

    /**
     * Returns the letters of a font in its plain style, as images of 32×32 pixels.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public static Letters of(String font) {
        return new Letters(font, Style.PLAIN, SIZE);
    }

    /**
     * Returns a copy with another style.
     *
     * @throws IllegalArgumentException if the style is missing
     */
    public Letters style(Style other) {
        return new Letters(font, other, size);
    }

    /**
     * Returns a copy with another side of the images in pixels.
     *
     * @throws IllegalArgumentException if the size is out of range
     */
    public Letters size(int side) {
        return new Letters(font, style, side);
    }

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public String summary() {
        return "the letters and digits of a font of this machine";
    }

    /**
     * Draws the letters.
     *
     * @throws IllegalArgumentException if the machine has no fonts or not this one, or the font lacks a character
     */
    @Override
    public Dataset open() {
        byte[] levels = LetterDrawing.of(this).levels();
        Field image = new Field(Field.IMAGE, DType.FLOAT, Shape.of(1, size, size));
        int[] labels = IntStream.range(0, CHARACTERS.size()).toArray();
        return ColumnDataset.of(List.of(new Pixels(image, levels), new Labels(labels)))
                .withClasses(CHARACTERS);
    }
}
