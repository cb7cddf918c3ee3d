package org.gan4j.data.numbers;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The first line of a CSV file of which nobody has said whether it names the columns. It does if no cell is a number, and
 * it is a sample if all are, or all but those in columns of words. What could be either is refused: a line such as 0,1,2,
 * which programs write as names, and a line of names and numbers.
 *
 * @param file for messages
 * @param cells the first line
 * @param below the second line; as long, or empty if there is none
 */
record FirstLine(String file, List<String> cells, List<String> below) {
    /**
     * Returns whether the line names the columns.
     *
     * @throws IllegalArgumentException if this cannot be told
     */
    boolean isHeader() {
        long numbers =
                cells.stream().filter(cell -> Numeral.parsed(cell).isPresent()).count();
        for (int i = 0; i < cells.size(); i++) {
            if (Numeral.isBroken(cells.get(i))) {
                throw ambiguous("its cell " + (i + 1) + ", '" + cells.get(i) + "', is neither a number nor a name"
                        + Numeral.hint(cells.get(i)));
            }
        }
        if (numbers == 0) {
            return true;
        }
        if (isCount(0) || isCount(1)) {
            throw ambiguous("it counts, as the names of columns do that have none");
        }
        boolean wordsAboveWords = IntStream.range(0, cells.size())
                .filter(i -> Numeral.parsed(cells.get(i)).isEmpty())
                .allMatch(i -> i < below.size()
                        && !cells.get(i).isEmpty()
                        && Numeral.parsed(below.get(i)).isEmpty());
        if (numbers < cells.size() && !(wordsAboveWords || (below.isEmpty() && !cells.contains("")))) {
            throw ambiguous("some of its cells are numbers, and others are words or empty");
        }
        return false;
    }

    /** Returns whether the numbers in the line count from a start, such as 0, 1, 2. */
    private boolean isCount(int start) {
        List<String> numbers =
                cells.stream().filter(cell -> Numeral.parsed(cell).isPresent()).toList();
        return numbers.equals(Stream.iterate(start, i -> i + 1)
                .limit(numbers.size())
                .map(String::valueOf)
                .toList());
    }

    private IllegalArgumentException ambiguous(String why) {
        return new IllegalArgumentException("the first line of " + file + " may be names or a sample, since " + why
                + ": correct it, or set header to PRESENT if it names the columns, or to ABSENT if it is a sample");
    }
}
