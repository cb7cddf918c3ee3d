package org.gan4j.data.tables;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.tables.Choice;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.api.data.tables.TableSchema;

/**
 * The way in which the rows of a table are learned, wherever they come from.
 *
 * @param modes the most modes of a column of numbers, besides its frequent values; 10 in CTGAN
 * @param holds what columns hold that would be taken for something else, such as {@code zip=categories}: numbers, dates,
 *     categories, identifiers, or text, which is left out
 * @param rules conditions that all rows keep, such as {@code start <= end}, and columns of which only combinations occur that are in
 *     the table, such as {@code fixed city + state}
 * @param sampling the order in which training draws rows
 */
public record TableLearning(int modes, List<String> holds, List<String> rules, RowSampling sampling) {
    private static final int MODES = 10;
    private static final int MOST_MODES = 100;

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the number of modes is out of range, a kind of column is unknown, or there is no order
     */
    public TableLearning {
        if (modes < 1 || modes > MOST_MODES) {
            throw new IllegalArgumentException(
                    "a column has from 1 to " + MOST_MODES + " modes, not " + modes + ": 10 is usual");
        }
        holds = holds == null ? List.of() : List.copyOf(holds);
        HeldKind.of(holds);
        rules = rules == null ? List.of() : List.copyOf(rules);
        sampling = sampling == null ? RowSampling.ROWS : sampling;
    }

    /** Returns the usual way. */
    public static TableLearning usual() {
        return new TableLearning(MODES, List.of(), List.of(), RowSampling.ROWS);
    }

    TableLearning holding(String... columns) {
        return new TableLearning(modes, List.of(columns), rules, sampling);
    }

    TableLearning keeping(String... all) {
        return new TableLearning(modes, holds, List.of(all), sampling);
    }

    TableLearning sampling(RowSampling order) {
        return new TableLearning(modes, holds, rules, order);
    }

    /** Returns the kinds of the columns of which it is known. */
    Map<String, HeldKind> known() {
        return HeldKind.of(holds);
    }

    /**
     * Finds out what the columns of a table hold, and encodes its rows.
     *
     * @param likely what columns hold if nothing else is said
     * @throws IllegalArgumentException if the rows cannot be read, no column of them can be learned, or a row does not keep a
     *     rule
     */
    public Dataset dataset(TableRows table, Map<String, HeldKind> likely) {
        Map<String, HeldKind> all = new LinkedHashMap<>(likely);
        all.putAll(known());
        return dataset(table, SchemaInference.of(table, all));
    }

    /**
     * Encodes the rows of a table.
     *
     * @param schema what its columns hold
     * @param files the files that they come from
     */
    Dataset dataset(TableRows table, TableSchema schema, Path... files) {
        TableEncoding encoding = EncodingFit.of(RuleFit.of(rules, schema, table), table, modes);
        EncodedRows rows = new EncodedRows(encoding, table);
        Dataset dataset = ColumnDataset.of(List.of(rows))
                .withTable(encoding)
                .withFiles(Arrays.stream(files).map(DataFile::of).toList());
        if (sampling == RowSampling.ROWS) {
            return dataset;
        }
        List<Choice> choices = encoding.given().isEmpty() ? encoding.choices() : List.of();
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("the table has no column of choices "
                    + (encoding.given().isEmpty() ? "" : "for conditions, since it has a parent, ")
                    + "by whose values rows could be drawn: leave out the setting sampling");
        }
        return TrainingBySampling.of(dataset, rows, choices);
    }
}
