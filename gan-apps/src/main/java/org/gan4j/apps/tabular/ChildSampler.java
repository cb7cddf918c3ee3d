package org.gan4j.apps.tabular;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.api.data.tables.TableColumn;

/**
 * Makes the rows of a child table for those of its parent table: for each parent as many as it counts, given the parent's columns, and
 * with references to its key.
 */
public final class ChildSampler {
    private static final int PART = 1000;

    private static final long SEED = 0x9E3779B97F4A7C15L;

    private final TableSampler parents;
    private final TableSampler children;
    private final String name;
    private final int count;
    private final int key;
    private final int reference;
    private final List<Integer> given;

    private ChildSampler(
            TableSampler parents,
            TableSampler children,
            String name,
            int count,
            int key,
            int reference,
            List<Integer> given) {
        this.parents = parents;
        this.children = children;
        this.name = name;
        this.count = count;
        this.key = key;
        this.reference = reference;
        this.given = given;
    }

    /**
     * Returns the rows of a child table.
     *
     * @param parents makes the rows of the parent table
     * @param children makes the rows of the child table, of which the parent's columns are given
     * @param name the child table's name, that of its file without its ending
     * @throws IllegalArgumentException if these tables are not related, or a column holds something else for the child than for the
     *     parent; the message says what is missing
     */
    public static ChildSampler of(TableSampler parents, TableSampler children, String name) {
        List<TableColumn> columns = children.table().schema().columns();
        TableColumn refers = columns.stream()
                .filter(column -> column.type() instanceof ColumnType.Reference)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the table " + name
                        + " refers to no other: train its GAN with the setting data.parent, such as"
                        + " customers.csv#customer_id"));
        ColumnType.Reference to = (ColumnType.Reference) refers.type();
        List<Integer> given = children.table().given().stream()
                .map(column -> alike(parents, children, column, to.table(), name))
                .toList();
        return new ChildSampler(
                parents,
                children,
                name,
                place(parents, name + ".count", name),
                place(parents, to.key(), name),
                children.columns().indexOf(refers.name()),
                given);
    }

    /** Returns the place of a column that is given among the parent's columns, which must hold the same. */
    private static int alike(TableSampler parents, TableSampler children, String given, String parent, String name) {
        String column = given.substring(parent.length() + 1);
        int place = place(parents, column, name);
        ColumnType made = parents.table().schema().column(column).type();
        ColumnType known = children.table().schema().column(given).type();
        if (!made.equals(known)) {
            throw new IllegalArgumentException("the column " + column + " holds " + made.summary()
                    + " for the GAN of the parent table, but " + known.summary() + " for that of " + name
                    + ": train both on the same files, with the same kinds in data.holds, here as " + given + "=...");
        }
        return place;
    }

    private static int place(TableSampler parents, String column, String child) {
        int place = parents.columns().indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "the parent table has no column " + column + ", which the rows of " + child
                            + " need; it has " + parents.columns()
                            + ": train its GAN with the setting data.children, which names " + child);
        }
        return place;
    }

    /** Returns the columns of the rows. */
    public List<String> columns() {
        return children.columns();
    }

    /**
     * Makes all rows, and passes them on in parts.
     *
     * @param seed the seed of parents and children
     * @param count the number of parents, whose rows are those of {@link TableSampler#rows} from 0
     * @throws IllegalArgumentException if there are fewer keys than parents, or next to no row keeps the rules of its table
     */
    public void forEach(long seed, int count, Consumer<List<List<String>>> part) {
        requireKeys(count);
        List<List<String>> owners = new ArrayList<>();
        int made = 0;
        for (long from = 0; from < count; from += PART) {
            for (List<String> parent : parents.rows(seed, (int) from, (int) Math.min(PART, count - from))) {
                int own = parent.get(this.count).isEmpty() ? 0 : (int) Double.parseDouble(parent.get(this.count));
                for (int i = 0; i < own; i++) {
                    owners.add(parent);
                    if (owners.size() == PART) {
                        part.accept(of(seed, made, owners));
                        made = Math.addExact(made, PART);
                        owners.clear();
                    }
                }
            }
        }
        part.accept(of(seed, made, owners));
    }

    private void requireKeys(int count) {
        ColumnType type =
                parents.table().schema().column(parents.columns().get(key)).type();
        if (type instanceof ColumnType.Identifiers identifiers
                && identifiers.different().compareTo(BigInteger.valueOf(count)) < 0) {
            throw new IllegalArgumentException("there are only " + identifiers.different() + " keys of the form "
                    + identifiers.form() + ", fewer than " + count + " parents: ask for fewer");
        }
    }

    private List<List<String>> of(long seed, int from, List<List<String>> owners) {
        List<List<String>> known = owners.stream()
                .map(parent -> given.stream().map(parent::get).toList())
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : children.rowsFor(seed + SEED * name.hashCode(), from, known)) {
            List<String> whole = new ArrayList<>(row);
            whole.set(reference, owners.get(rows.size()).get(key));
            rows.add(whole);
        }
        return rows;
    }
}
