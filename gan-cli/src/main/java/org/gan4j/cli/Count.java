package org.gan4j.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts an option that is a count: a whole number of at least 1. */
final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String typed) {
        try {
            int count = Integer.parseInt(typed);
            if (count >= 1) {
                return count;
            }
        } catch (NumberFormatException notOne) {
            // reported below
        }
        throw new TypeConversionException("it must be a whole number of at least 1, not " + typed);
    }
}
