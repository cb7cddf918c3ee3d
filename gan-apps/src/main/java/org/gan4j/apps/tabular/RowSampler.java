package org.gan4j.apps.tabular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.api.data.tables.RowPlace;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.api.inference.Weights;

/**
 * Makes rows as texts. A row depends on seed and number alone, and on what is given. A row that is not taken is made again, from other
 * latents.
 */
final class RowSampler implements TableSampler {
    private static final long STREAM = 0x5851F42D4C957F2DL;
    private static final long ATTEMPT = 0x14057B7EF767814FL;
    /** The attempts for a row that is wanted, after which no more are made. */
    private static final int MOST_ATTEMPTS = 2000;
    /** The rows that are made together where many are not taken. */
    private static final int PART = 512;

    private final TableEncoding table;
    private final RowGenerator generator;
    private final Weights usual;
    private final RowChoice choice;
    private final Optional<RowConditions.Named> named;
    /** The places of the columns that are given, and of the others, among those of a row. */
    private final List<Integer> givenPlaces;

    private final List<Integer> madePlaces;

    private RowSampler(
            TableEncoding table,
            RowGenerator generator,
            Weights usual,
            RowChoice choice,
            Optional<RowConditions.Named> named) {
        this.table = table;
        this.generator = generator;
        this.usual = usual;
        this.choice = choice;
        this.named = named;
        this.givenPlaces = places(table, table.given());
        this.madePlaces = places(
                table,
                table.names().stream()
                        .filter(name -> !table.given().contains(name))
                        .toList());
    }

    private static List<Integer> places(TableEncoding table, List<String> columns) {
        return columns.stream().map(table.names()::indexOf).toList();
    }

    /**
     * Returns a sampler.
     *
     * @param usual the weights of rows
     */
    static RowSampler of(TabularNetworks networks, RowGenerator generator, Weights usual) {
        TableEncoding table = networks.table();
        return new RowSampler(table, generator, usual, RowChoice.of(table), Optional.empty());
    }

    @Override
    public TableEncoding table() {
        return table;
    }

    @Override
    public TableSampler weights(Weights chosen) {
        return new RowSampler(table, generator, chosen, choice, named);
    }

    @Override
    public TableSampler where(String condition) {
        RowChoice narrower = choice.where(condition, table);
        return new RowSampler(
                table, generator, usual, narrower, RowConditions.of(table).rarest(narrower.required()));
    }

    @Override
    public List<List<String>> rows(long seed, int from, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("the number of rows is at least 0, not " + count);
        }
        if (table.schema().columns().stream().anyMatch(column -> column.type() instanceof ColumnType.Reference)) {
            throw new IllegalArgumentException(
                    "the rows of this table refer to those of a parent table: make them together"
                            + " with it, by ChildSampler or gan synthesize --child");
        }
        if (!givenPlaces.isEmpty()) {
            throw new IllegalArgumentException("the rows of this table depend on columns that are given, "
                    + table.given() + ": pass their values, or make them with a parent table");
        }
        return rowsFor(seed, from, Collections.nCopies(count, List.of()));
    }

    @Override
    public List<List<String>> rowsFor(long seed, int from, List<List<String>> given) {
        if (from < 0) {
            throw new IllegalArgumentException("rows are numbered from 0, not from " + from);
        }
        List<Attempt> first = IntStream.range(0, given.size())
                .mapToObj(i -> new Attempt((long) from + i, 0, given.get(i)))
                .toList();
        List<List<String>> rows = new ArrayList<>(made(seed, first));
        List<Integer> wanted = IntStream.range(0, rows.size())
                .filter(i -> !choice.takes(rows.get(i)))
                .boxed()
                .toList();
        int tried = 1;
        while (!wanted.isEmpty()) {
            if (tried >= MOST_ATTEMPTS) {
                throw new IllegalArgumentException("of " + MOST_ATTEMPTS + " attempts at row "
                        + (from + wanted.get(0)) + ", none keeps " + choice.summary(table)
                        + ": the GAN makes next to no such rows; ask for less, or train it for longer");
            }
            int each = Math.min(MOST_ATTEMPTS - tried, Math.max(1, PART / wanted.size()));
            wanted = replaced(rows, wanted, seed, first, IntStream.range(tried, tried + each));
            tried += each;
        }
        return rows.stream().map(this::written).toList();
    }

    /** Makes some rows again, and returns the places of those for which no attempt was taken. */
    private List<Integer> replaced(
            List<List<String>> rows, List<Integer> wanted, long seed, List<Attempt> first, IntStream numbers) {
        int[] each = numbers.toArray();
        List<Attempt> attempts = wanted.stream()
                .flatMap(place -> Arrays.stream(each).mapToObj(first.get(place)::again))
                .toList();
        List<List<String>> made = made(seed, attempts);
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            int place = wanted.get(i);
            made.subList(i * each.length, (i + 1) * each.length).stream()
                    .filter(choice::takes)
                    .findFirst()
                    .ifPresentOrElse(row -> rows.set(place, row), () -> left.add(place));
        }
        return left;
    }

    /**
     * An attempt at a row.
     *
     * @param row the number of the row
     * @param number the number of the attempt, from 0
     * @param given the columns that are given
     */
    private record Attempt(long row, int number, List<String> given) {
        Attempt again(int other) {
            return new Attempt(row, other, given);
        }
    }

    /** Makes whole rows, with the columns that are given. */
    private List<List<String>> made(long seed, List<Attempt> attempts) {
        int size = generator.latents().size();
        int end = table.width() - table.madeWidth();
        // random numbers are counted by an int, so rows beyond that are those of another stream
        int most = Integer.MAX_VALUE / size;
        float[] latents = new float[attempts.size() * size];
        float[] given = new float[attempts.size() * end];
        for (int i = 0; i < attempts.size(); i++) {
            Attempt each = attempts.get(i);
            long stream = seed + STREAM * (each.row() / most) + ATTEMPT * each.number();
            float[] own = generator.latents().rows(stream, (int) (each.row() % most), 1);
            System.arraycopy(own, 0, latents, i * size, size);
            if (end > 0) {
                float[] encoded = table.encodeGiven(each.given(), new RowPlace(seed, each.row()));
                System.arraycopy(encoded, 0, given, i * end, end);
            }
        }
        float[] vectors = generator.samples(latents, named, given, usual).toFloats();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            float[] vector = Arrays.copyOfRange(vectors, i * table.width(), (i + 1) * table.width());
            Attempt each = attempts.get(i);
            rows.add(withGiven(table.decode(vector, new RowPlace(seed, each.row())), each.given()));
        }
        return rows;
    }

    /** Returns a row with what is given as it is, since encoding rounds it. */
    private List<String> withGiven(List<String> row, List<String> given) {
        if (given.isEmpty()) {
            return row;
        }
        List<String> exact = new ArrayList<>(row);
        for (int i = 0; i < given.size(); i++) {
            exact.set(givenPlaces.get(i), given.get(i));
        }
        return exact;
    }

    /** Returns the columns of a row that are made. */
    private List<String> written(List<String> row) {
        return givenPlaces.isEmpty() ? row : madePlaces.stream().map(row::get).toList();
    }
}
