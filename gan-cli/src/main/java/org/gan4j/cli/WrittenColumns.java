package org.gan4j.cli;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.apps.tabular.TableSampler;

/**
 * The columns of a table that are written: all that are made but the numbers of rows of child tables.
 *
 * @param columns what they hold
 * @param places their places among the columns that are made
 */
record WrittenColumns(List<TableColumn> columns, List<Integer> places) {
    static WrittenColumns of(TableSampler sampler) {
        List<TableColumn> made =
                sampler.columns().stream().map(sampler.table().schema()::column).toList();
        List<Integer> places = IntStream.range(0, made.size())
                .filter(i -> made.get(i).role() != TableColumn.Role.COUNT)
                .boxed()
                .toList();
        return new WrittenColumns(places.stream().map(made::get).toList(), places);
    }

    /** Returns their names. */
    List<String> names() {
        return columns.stream().map(TableColumn::name).toList();
    }

    /** Returns rows without the other columns. */
    List<List<String>> of(List<List<String>> rows) {
        return rows.stream().map(row -> places.stream().map(row::get).toList()).toList();
    }
}
