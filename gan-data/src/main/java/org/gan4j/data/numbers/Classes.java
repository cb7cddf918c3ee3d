package org.gan4j.data.numbers;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.data.Labels;

/**
 * The classes in a column of a table: each distinct text is one. Whole numbers are sorted by their values, so that classes
 * that count from 0 are numbered as they are called, and words by their characters.
 *
 * @param labels the class of each row
 * @param names the names of the classes, by number
 */
record Classes(Labels labels, List<String> names) {
    /**
     * Reads the classes.
     *
     * @throws IllegalArgumentException if a label is missing, a negative number or no whole number, or if two are the
     *     same number
     */
    static Classes of(Table table, int column) {
        List<String> cells = IntStream.range(0, table.rows().size())
                .mapToObj(row -> table.cell(row, column))
                .toList();
        for (int row = 0; row < cells.size(); row++) {
            String wrong = problem(cells.get(row));
            if (!wrong.isEmpty()) {
                throw new IllegalArgumentException(
                        table.file() + ", line " + table.rows().get(row).line() + ": the label " + wrong);
            }
        }
        List<String> distinct = cells.stream().distinct().sorted().toList();
        List<String> names = distinct.stream().allMatch(Numeral::isWhole) ? byValue(table, distinct) : distinct;
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        return new Classes(new Labels(cells.stream().mapToInt(numbers::get).toArray()), names);
    }

    private static String problem(String cell) {
        if (cell.isEmpty()) {
            return "is missing";
        }
        boolean negative = cell.startsWith("-") && Numeral.isWhole(cell);
        boolean number = Numeral.parsed(cell).isPresent() && !Numeral.isWhole(cell);
        if (negative || number || Numeral.isNotFinite(cell)) {
            return "'" + cell + "' is no class: write a whole number from 0, or a name";
        }
        return "";
    }

    private static List<String> byValue(Table table, List<String> names) {
        List<String> sorted =
                names.stream().sorted(Comparator.comparing(BigInteger::new)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (new BigInteger(sorted.get(i - 1)).equals(new BigInteger(sorted.get(i)))) {
                throw new IllegalArgumentException(table.file() + " has the labels " + sorted.get(i - 1) + " and "
                        + sorted.get(i) + ", which are the same number: write them alike");
            }
        }
        return sorted;
    }
}
