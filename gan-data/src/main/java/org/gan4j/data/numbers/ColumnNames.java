package org.gan4j.data.numbers;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The names of the columns of a CSV file.
 *
 * @param file the file, for messages
 * @param given whether the first line has them
 * @param all the names, or the numbers of the columns from 1
 */
public record ColumnNames(Path file, boolean given, List<String> all) {
    /**
     * Returns the names of the columns of a file.
     *
     * @param first its first line; empty if it has none
     * @param second its second line; empty if it has none
     * @param header whether the first line names the columns
     * @throws IllegalArgumentException if there is no line of values, two columns have the same name, or it cannot be told
     *     whether the first line names the columns
     */
    public static ColumnNames of(Path file, Optional<Table.Row> first, Optional<Table.Row> second, Header header) {
        if (first.isEmpty()) {
            throw new IllegalArgumentException(file + " is empty");
        }
        List<String> cells = List.of(first.get().cells());
        List<String> below = second.map(row -> List.of(row.cells())).orElse(List.of());
        boolean given = header == Header.PRESENT
                || (header == Header.AUTO && new FirstLine(file.toString(), cells, below).isHeader());
        if (given && second.isEmpty()) {
            throw new IllegalArgumentException(file + " has no lines after its header");
        }
        List<String> names = given
                ? cells
                : IntStream.rangeClosed(1, cells.size())
                        .mapToObj(String::valueOf)
                        .toList();
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException(file + " has two columns of the same name: " + names);
        }
        return new ColumnNames(file, given, names);
    }

    /**
     * Requires that a line has a cell for each column.
     *
     * @throws IllegalArgumentException if it has more or less
     */
    public void requireCells(Table.Row row) {
        if (row.cells().length != all.size()) {
            throw new IllegalArgumentException(file + ", line " + row.line() + ", has " + row.cells().length
                    + " cells, but the first line has " + all.size() + ": correct the file");
        }
    }
}
