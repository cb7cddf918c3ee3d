package org.gan4j.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts an option that is a whole number of at least 0. */
final class NotNegative implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String typed) {
        if (!typed.matches("\\d{1,9}")) {
            throw new TypeConversionException("it must be a whole number, 0 or more, not " + typed);
        }
        return Integer.valueOf(typed);
    }
}
