package org.gan4j.data.numbers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.data.Labels;

/**
 * The classes in a column of a table.
 *
 * @param labels the class of each row
 * @param names the names of the classes, by number; empty if the column holds numbers
 */
record Classes(Labels labels, List<String> names) {
    static Classes of(Table table, int column) {
        List<String> cells = IntStream.range(0, table.rows().size())
                .mapToObj(row -> table.cell(row, column))
                .toList();
        if (cells.stream().allMatch(cell -> cell.matches("\\d{1,9}"))) {
            return new Classes(
                    new Labels(cells.stream().mapToInt(Integer::parseInt).toArray()), List.of());
        }
        for (int row = 0; row < cells.size(); row++) {
            if (cells.get(row).isEmpty()) {
                throw new IllegalArgumentException(
                        table.file() + ", line " + table.rows().get(row).line() + ": the label is missing");
            }
        }
        List<String> names = cells.stream().distinct().sorted().toList();
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        return new Classes(new Labels(cells.stream().mapToInt(numbers::get).toArray()), names);
    }
}
