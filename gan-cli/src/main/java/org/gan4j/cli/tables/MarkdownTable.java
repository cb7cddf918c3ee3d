package org.gan4j.cli.tables;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Formats rows as a table in Markdown whose columns are aligned, so that it is readable as text. */
public final class MarkdownTable {
    private MarkdownTable() {}

    /** Returns the table; the first row is its head. */
    public static String of(List<List<String>> rows) {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            line(table, rows.get(i), widths);
            if (i == 0) {
                line(table, IntStream.of(widths).mapToObj("-"::repeat).toList(), widths);
            }
        }
        return table.toString();
    }

    private static void line(StringBuilder table, List<String> row, int[] widths) {
        table.append(IntStream.range(0, widths.length)
                        .mapToObj(i ->
                                row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                        .collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
    }
}
