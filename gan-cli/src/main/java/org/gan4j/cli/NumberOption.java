package org.gan4j.cli;

import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Converts an option that is a number.
 *
 * @param noun the expected kind of number, as it appears in the message: "a whole number"
 */
record NumberOption<N extends Number>(String noun, Function<String, N> parse) implements ITypeConverter<N> {
    @Override
    public N convert(String typed) {
        try {
            return parse.apply(typed);
        } catch (NumberFormatException none) {
            throw new TypeConversionException("it must be " + noun + ", not " + typed);
        }
    }
}
