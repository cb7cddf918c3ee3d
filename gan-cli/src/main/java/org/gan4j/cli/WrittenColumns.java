package org.gan4j.cli;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.apps.tabular.TableSampler;

/**
 * The columns of a table that are written: all that are made but the numbers of rows of child tables.
 *
 * @param names their names
 * @param places their places among the columns that are made
 */
record WrittenColumns(List<String> names, List<Integer> places) {
    static WrittenColumns of(TableSampler sampler) {
        List<String> columns = sampler.columns();
        List<Integer> places = IntStream.range(0, columns.size())
                .filter(i -> sampler.table().schema().column(columns.get(i)).role() != TableColumn.Role.COUNT)
                .boxed()
                .toList();
        return new WrittenColumns(places.stream().map(columns::get).toList(), places);
    }

    /** Returns rows without the other columns. */
    List<List<String>> of(List<List<String>> rows) {
        return rows.stream().map(row -> places.stream().map(row::get).toList()).toList();
    }
}
