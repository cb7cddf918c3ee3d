package org.gan4j.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an option that may be 0: a whole number, not below. */
final class NotNegative implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String typed) {
        if (!typed.matches("\\d{1,9}")) {
            throw new TypeConversionException("it must be a whole number, 0 or more, not " + typed);
        }
        return Integer.valueOf(typed);
    }
}
