package org.gan4j.api.data.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How the rows of a table become vectors that a GAN learns, and back, as in CTGAN (<a href="https://arxiv.org/abs/1907.00503">Xu et
 * al. 2019</a>, section 4.2): numbers, dates and times by their modes, everything else that is learned as a one-hot. Identifiers
 * and constants are no part of a vector, and are written by rule; free text is left out. Columns that are given stand last in a
 * vector.
 */
public final class TableEncoding {
    /** The field with the number of the column of {@link #choices} that training drew a row for, INT; few data have it. */
    public static final String CONDITION = "condition";

    private final TableSchema schema;
    private final Map<String, Mixture> modes;
    private final List<Placed> columns;
    private final List<Placed> given;
    private final List<Block> blocks;
    private final int made;
    private final int width;

    /**
     * A column that is decoded.
     *
     * @param place its place among all columns
     * @param offset where it begins in an encoded row
     */
    private record Placed(TableColumn column, int place, ColumnEncoding encoding, int offset) {
        Stream<Block> blocks() {
            return encoding.blocks().stream()
                    .map(block -> new Block(block.kind(), offset + block.offset(), block.width()));
        }
    }

    /**
     * Creates the encoding of a table.
     *
     * @param modes the modes of each column of numbers, dates or times, by its name
     * @throws IllegalArgumentException if no column can be learned, or such a column has no modes; the message says which
     */
    public TableEncoding(TableSchema schema, Map<String, Mixture> modes) {
        this.schema = schema;
        this.modes = Map.copyOf(modes);
        List<Placed> placed = new ArrayList<>();
        made = place(column -> !isGiven(column), 0, placed);
        width = place(TableEncoding::isGiven, made, placed);
        blocks = placed.stream().flatMap(Placed::blocks).toList();
        columns = placed.stream().sorted(Comparator.comparing(Placed::place)).toList();
        given = placed.stream().filter(each -> isGiven(each.column())).toList();
        if (made == 0) {
            throw new IllegalArgumentException("no column of the table can be learned: "
                    + schema.columns().stream().map(TableColumn::toString).toList());
        }
    }

    private static boolean isGiven(TableColumn column) {
        return column.role() == TableColumn.Role.GIVEN;
    }

    /** Places columns one after the other, and returns where the last one ends. */
    private int place(Predicate<TableColumn> some, int begin, List<Placed> placed) {
        int offset = begin;
        for (int i = 0; i < schema.columns().size(); i++) {
            TableColumn column = schema.columns().get(i);
            if (some.test(column) && !(column.type() instanceof ColumnType.FreeText)) {
                ColumnEncoding encoding = encoding(column, i);
                placed.add(new Placed(column, i, encoding, offset));
                offset += encoding.width();
            }
        }
        return offset;
    }

    private ColumnEncoding encoding(TableColumn column, int number) {
        double missing = column.missing();
        ColumnType type = column.type();
        if (type instanceof ColumnType.Numbers numbers) {
            return numbers(column, numbers.least(), numbers.greatest());
        }
        if (type instanceof ColumnType.Moments moments) {
            return numbers(column, moments.least(), moments.greatest());
        }
        if (type instanceof ColumnType.Categories categories) {
            return ChoiceEncoding.of(number, categories.values(), categories.shares(), missing, categories.rare() > 0);
        }
        if (type instanceof ColumnType.Flag flag) {
            return ChoiceEncoding.of(
                    number, List.of(flag.no(), flag.yes()), List.of(1 - flag.share(), flag.share()), missing, false);
        }
        if (type instanceof ColumnType.Constant constant
                && missing > 0
                && !constant.value().isEmpty()) {
            return ChoiceEncoding.of(number, List.of(constant.value()), List.of(1.0), missing, false);
        }
        return new RuleEncoding(column, number);
    }

    private NumberEncoding numbers(TableColumn column, double least, double greatest) {
        if (!modes.containsKey(column.name())) {
            throw new IllegalArgumentException("the column " + column.name() + " needs the modes of its numbers");
        }
        ModeNormalization normalization = new ModeNormalization(modes.get(column.name()));
        return new NumberEncoding(
                normalization, ValueText.of(column.type()).orElseThrow(), least, greatest, column.missing() > 0);
    }

    /** Returns the modes of each column of numbers, dates or times, by its name. */
    public Map<String, Mixture> modes() {
        return modes;
    }

    /** Returns what the columns hold. */
    public TableSchema schema() {
        return schema;
    }

    /** Returns the length of an encoded row. */
    public int width() {
        return width;
    }

    /** Returns the length of the part of an encoded row that is made; the columns that are given follow. */
    public int madeWidth() {
        return made;
    }

    /** Returns the blocks of an encoded row, in their order. */
    public List<Block> blocks() {
        return blocks;
    }

    /** Returns the columns that are one choice and are made, in their order. */
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (Placed each : columns) {
            if (each.encoding() instanceof ChoiceEncoding choice && each.offset() < made) {
                Block block = each.blocks().findFirst().orElseThrow();
                choices.add(new Choice(each.column().name(), block, choice.values(), choice.shares()));
            }
        }
        return choices;
    }

    /** Returns the names of the columns that are decoded: all but those of free text. */
    public List<String> names() {
        return columns.stream().map(each -> each.column().name()).toList();
    }

    /** Returns the names of the columns that are given, in their order. */
    public List<String> given() {
        return given.stream().map(each -> each.column().name()).toList();
    }

    /**
     * Encodes a row.
     *
     * @param row a text for each column, empty if the value is missing
     * @param place decides by chance between modes that overlap
     * @throws IllegalArgumentException if a value does not fit the schema; the message says which
     */
    public float[] encode(List<String> row, RowPlace place) {
        return encode(columns, i -> row.get(columns.get(i).place()), place);
    }

    /**
     * Encodes the columns that are given, the end of an encoded row.
     *
     * @param values a text for each of {@link #given}, empty if the value is missing
     * @param place decides by chance between modes that overlap
     * @throws IllegalArgumentException if a value does not fit the schema; the message says which
     */
    public float[] encodeGiven(List<String> values, RowPlace place) {
        return Arrays.copyOfRange(encode(given, values::get, place), made, width);
    }

    /** Encodes some columns, whose texts are found by their places among these. */
    private float[] encode(List<Placed> some, IntFunction<String> text, RowPlace place) {
        SplittableRandom random = new SplittableRandom(place.seed() + place.number());
        float[] into = new float[width];
        for (int i = 0; i < some.size(); i++) {
            Placed each = some.get(i);
            try {
                each.encoding().encode(text.apply(i), random.nextDouble(), into, each.offset());
            } catch (IllegalArgumentException other) {
                throw new IllegalArgumentException(
                        "row " + (place.number() + 1) + ", column "
                                + each.column().name() + ": "
                                + other.getMessage() + ", but the column holds "
                                + each.column().type().summary(),
                        other);
            }
        }
        return into;
    }

    /**
     * Decodes a row.
     *
     * @param from a vector of {@link #width} numbers
     * @return a text for each of {@link #names}, empty if the value is missing
     */
    public List<String> decode(float[] from, RowPlace place) {
        return columns.stream()
                .map(each -> each.encoding().decode(from, each.offset(), place))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableEncoding that && schema.equals(that.schema) && modes.equals(that.modes);
    }

    @Override
    public int hashCode() {
        return 31 * schema.hashCode() + modes.hashCode();
    }
}
