package org.gan4j.tables;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.gan4j.data.numbers.Header;
import org.gan4j.data.tables.CsvRows;
import org.gan4j.data.tables.TableRows;

/** Rows in memory. */
public record GivenRows(List<String> columns, List<List<String>> rows) implements TableRows {
    @Override
    public void forEach(Consumer<List<String>> row) {
        rows.forEach(row);
    }

    /** Returns the rows of another table whose numbers are chosen. */
    public static GivenRows of(TableRows table, IntPredicate chosen) {
        List<List<String>> all = new ArrayList<>();
        table.forEach(all::add);
        return new GivenRows(
                table.columns(),
                IntStream.range(0, all.size()).filter(chosen).mapToObj(all::get).toList());
    }

    /** Returns a table of the customers: those whose number has one of these rests by 3. */
    public static GivenRows customers(int... rests) {
        return of(CsvRows.churn(), i -> IntStream.of(rests).anyMatch(rest -> i % 3 == rest));
    }

    /** Returns some of these rows, again and again. */
    public GivenRows drawn(int count, IntUnaryOperator number) {
        return new GivenRows(
                columns,
                IntStream.range(0, count).map(number).mapToObj(rows::get).toList());
    }

    /** Returns a table of the oracle. */
    public static TableRows resource(String name) {
        try {
            return CsvRows.read(
                    Path.of(GivenRows.class.getResource(name + ".csv").toURI()), ',', Header.PRESENT);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
