package org.gan4j.data.tables;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.api.plugin.FilePath;
import org.gan4j.data.numbers.CsvFile;
import org.gan4j.data.numbers.Header;
import org.gan4j.data.numbers.Table;

/**
 * The rows of a table with columns of different kinds, in a CSV file (RFC 4180, UTF-8). {@link SchemaInference} finds out what
 * they hold, and {@code image}, the field of samples of every kind, is FLOAT [D], a row as {@link TableEncoding} encodes it. The
 * file is read row by row, again and again; of each row, a number for each column stays in memory.
 *
 * @param path path of the file; empty for the included table of customers who leave, {@link CsvRows#churn}
 * @param separator the character between cells; defaults to a comma
 * @param header whether the first line names the columns; defaults to {@link Header#AUTO}
 * @param modes the most modes of a column of numbers; 10 in CTGAN
 * @param holds what columns hold that would be taken for something else, such as {@code zip=categories}: numbers, dates,
 *     categories, identifiers, or text, which is left out
 * @param rules conditions that all rows keep, such as {@code start <= end}, and columns of which only combinations occur that are in
 *     the table, such as {@code fixed city + state}
 * @param sampling the order in which training draws rows; defaults to {@link RowSampling#ROWS}
 * @param parent the table whose rows the rows of this one refer to, and by which column, such as {@code customers.csv#customer_id};
 *     empty for none. If the parent's column has another name, {@code customers.csv#customer=id}. Both files have the same
 *     separator and kind of header. The columns of the parent are given, and what is made depends on them
 * @param children the tables whose rows refer to this one, in the same form, such as {@code orders.csv#customer_id}. The number of
 *     rows that refer to a row is learned
 */
public record TableFile(
        @FilePath String path,
        String separator,
        Header header,
        int modes,
        List<String> holds,
        List<String> rules,
        RowSampling sampling,
        String parent,
        List<String> children)
        implements TableSource {
    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the separator is not one character, a setting is missing, the number of modes is out
     *     of range, or a kind of column is unknown
     */
    public TableFile {
        path = path == null ? "" : path.strip();
        if (header == null) {
            throw new IllegalArgumentException("the header of a table must be AUTO, PRESENT or ABSENT");
        }
        if (!Table.isSeparator(separator)) {
            throw new IllegalArgumentException(
                    "the separator of a table must be one character, such as a comma, not '" + separator + "'");
        }
        TableLearning learning = new TableLearning(modes, holds, rules, sampling);
        holds = learning.holds();
        rules = learning.rules();
        sampling = learning.sampling();
        parent = parent == null ? "" : parent.strip();
        children = children == null ? List.of() : List.copyOf(children);
        if (!parent.isEmpty()) {
            Relation.requireForm(parent);
        }
        children.forEach(Relation::requireForm);
        if (!parent.isEmpty() && !children.isEmpty()) {
            throw new IllegalArgumentException(
                    "a table has either a parent or children: for a table between others, leave out one of them");
        }
    }

    private TableFile(
            String path,
            String separator,
            Header header,
            TableLearning learning,
            String parent,
            List<String> children) {
        this(
                path,
                separator,
                header,
                learning.modes(),
                learning.holds(),
                learning.rules(),
                learning.sampling(),
                parent,
                children);
    }

    /** Returns the table in this library: 5,000 customers, of whom one in seven leaves. */
    public static TableFile embedded() {
        return new TableFile("", ",", Header.AUTO, TableLearning.usual(), "", List.of());
    }

    /** Returns the table of a CSV file. */
    public static TableFile of(Path file) {
        return new TableFile(file.toString(), ",", Header.AUTO, TableLearning.usual(), "", List.of());
    }

    @Override
    public TableLearning learning() {
        return new TableLearning(modes, holds, rules, sampling);
    }

    @Override
    public TableFile learned(TableLearning other) {
        return new TableFile(path, separator, header, other, parent, children);
    }

    /**
     * Returns a copy whose rows refer to rows of a parent table.
     *
     * @param table its file and the column, such as {@code customers.csv#customer_id}
     * @throws IllegalArgumentException if it has another form, or the table has children
     */
    public TableFile childOf(String table) {
        return new TableFile(path, separator, header, learning(), table, children);
    }

    /**
     * Returns a copy to whose rows those of child tables refer.
     *
     * @param tables their files and columns, such as {@code orders.csv#customer_id}
     * @throws IllegalArgumentException if one has another form, or the table has a parent
     */
    public TableFile parentOf(String... tables) {
        return new TableFile(path, separator, header, learning(), parent, List.of(tables));
    }

    /** Returns the other table if those data are one, learned as this one. */
    @Override
    public DataSource over(DataSource other) {
        return other instanceof CsvFile csv
                ? new TableFile(csv.path(), csv.separator(), csv.header(), learning(), parent, children)
                : TableSource.super.over(other);
    }

    /** Returns the name of the table, that of its file without its ending; empty for the included one. */
    public String table() {
        return path.isEmpty() ? "" : Relation.table(Path.of(path));
    }

    @Override
    public String name() {
        return "table";
    }

    @Override
    public String summary() {
        return "rows of numbers, categories, dates and more in a CSV file; without a path, 5,000 customers";
    }

    /**
     * Reads the rows, and encodes them.
     *
     * @throws IllegalArgumentException if there is no such file, it is no CSV file, or no column of it can be learned
     */
    @Override
    public Dataset open() {
        if (path.isEmpty()) {
            if (!(parent.isEmpty() && children.isEmpty())) {
                throw new IllegalArgumentException(
                        "the included table is related to no other: name the file of yours, in path or by --data");
            }
            return learning().dataset(CsvRows.churn(), Map.of());
        }
        Path file = Path.of(path);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no CSV file " + file);
        }
        CsvRows rows = rows(file);
        if (!parent.isEmpty()) {
            Relation relation = Relation.of(parent, file);
            ChildRows joined = new ChildRows(
                    rows, relation, file, rows(relation.file()), learning().known());
            return learning().dataset(joined, joined.schema(), file, relation.file());
        }
        ParentRows counted = new ParentRows(rows);
        List<Path> files = new ArrayList<>(List.of(file));
        for (String child : children) {
            Relation relation = Relation.of(child, file);
            counted.count(relation, file, rows(relation.file()));
            files.add(relation.file());
        }
        return learning().dataset(counted, counted.schema(learning().known()), files.toArray(Path[]::new));
    }

    private CsvRows rows(Path file) {
        return CsvRows.read(file, separator.charAt(0), header);
    }
}
