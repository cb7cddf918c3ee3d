package org.gan4j.api.data.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * How the rows of a table become vectors that a GAN learns, and back, as in CTGAN (<a href="https://arxiv.org/abs/1907.00503">Xu et
 * al. 2019</a>, section 4.2): numbers, dates and times by their modes, everything else that is learned as a one-hot. Identifiers
 * and constants are no part of a vector, and are written by rule; free text is left out.
 */
public final class TableEncoding {
    private final TableSchema schema;
    private final Map<String, Mixture> modes;
    private final List<Optional<ColumnEncoding>> columns;
    private final List<Block> blocks;
    private final int width;

    /**
     * Creates the encoding of a table.
     *
     * @param modes the modes of each column of numbers, dates or times, by its name
     * @throws IllegalArgumentException if no column can be learned, or such a column has no modes; the message says which
     */
    public TableEncoding(TableSchema schema, Map<String, Mixture> modes) {
        this.schema = schema;
        this.modes = Map.copyOf(modes);
        List<Optional<ColumnEncoding>> encodings = new ArrayList<>();
        for (int i = 0; i < schema.columns().size(); i++) {
            encodings.add(encoding(schema.columns().get(i), i));
        }
        columns = List.copyOf(encodings);
        List<Block> all = new ArrayList<>();
        int offset = 0;
        for (Optional<ColumnEncoding> column : columns) {
            if (column.isPresent()) {
                for (Block block : column.get().blocks()) {
                    all.add(new Block(block.kind(), offset, block.width()));
                    offset += block.width();
                }
            }
        }
        blocks = List.copyOf(all);
        width = offset;
        if (width == 0) {
            throw new IllegalArgumentException("no column of the table can be learned: "
                    + schema.columns().stream().map(TableColumn::toString).toList());
        }
    }

    private Optional<ColumnEncoding> encoding(TableColumn column, int number) {
        boolean missing = column.missing() > 0;
        ColumnType type = column.type();
        if (type instanceof ColumnType.Numbers numbers) {
            NumberText text = new NumberText(numbers.decimals(), numbers.padded());
            return Optional.of(new NumberEncoding(modesOf(column), text, numbers.least(), numbers.greatest(), missing));
        }
        if (type instanceof ColumnType.Moments moments) {
            MomentText text = new MomentText(moments.pattern());
            return Optional.of(new NumberEncoding(modesOf(column), text, moments.least(), moments.greatest(), missing));
        }
        if (type instanceof ColumnType.Categories categories) {
            return Optional.of(choice(categories.values(), categories.shares(), missing, categories.rare() > 0));
        }
        if (type instanceof ColumnType.Flag flag) {
            return Optional.of(
                    choice(List.of(flag.no(), flag.yes()), List.of(1 - flag.share(), flag.share()), missing, false));
        }
        if (type instanceof ColumnType.Constant constant
                && missing
                && !constant.value().isEmpty()) {
            return Optional.of(choice(List.of(constant.value()), List.of(1.0), true, false));
        }
        return type instanceof ColumnType.FreeText ? Optional.empty() : Optional.of(new RuleEncoding(column, number));
    }

    private ModeNormalization modesOf(TableColumn column) {
        if (!modes.containsKey(column.name())) {
            throw new IllegalArgumentException("the column " + column.name() + " needs the modes of its numbers");
        }
        return new ModeNormalization(modes.get(column.name()));
    }

    private static ChoiceEncoding choice(List<String> values, List<Double> shares, boolean missing, boolean rare) {
        return ChoiceEncoding.of(
                missing ? Stream.concat(values.stream(), Stream.of("")).toList() : values, shares, rare);
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

    /** Returns the blocks of an encoded row, in their order. */
    public List<Block> blocks() {
        return blocks;
    }

    /** Returns the columns that are one choice, in their order. */
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        int offset = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isPresent()) {
                if (columns.get(i).get() instanceof ChoiceEncoding choice) {
                    Block block = new Block(Block.Kind.CHOICE, offset, choice.width());
                    choices.add(new Choice(
                            schema.columns().get(i).name(),
                            block,
                            shares(schema.columns().get(i))));
                }
                offset += columns.get(i).get().width();
            }
        }
        return choices;
    }

    /** Returns the share of each choice among all rows. */
    private static List<Double> shares(TableColumn column) {
        List<Double> shares = new ArrayList<>();
        boolean rare = false;
        if (column.type() instanceof ColumnType.Categories categories) {
            shares.addAll(categories.shares());
            rare = categories.rare() > 0;
        } else if (column.type() instanceof ColumnType.Flag flag) {
            shares.addAll(List.of(1 - flag.share(), flag.share()));
        } else {
            shares.add(1.0); // a constant
        }
        double others =
                Math.max(0, 1 - shares.stream().mapToDouble(Double::doubleValue).sum());
        shares.replaceAll(share -> share * (1 - column.missing()));
        if (column.missing() > 0) {
            shares.add(column.missing());
        }
        if (rare) {
            shares.add(others * (1 - column.missing()));
        }
        return List.copyOf(shares);
    }

    /** Returns the names of the columns that are decoded: all but those of free text. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isPresent()) {
                names.add(schema.columns().get(i).name());
            }
        }
        return names;
    }

    /**
     * Encodes a row.
     *
     * @param row a text for each column, empty if the value is missing
     * @param place decides by chance between modes that overlap
     * @throws IllegalArgumentException if a value does not fit the schema; the message says which
     */
    public float[] encode(List<String> row, RowPlace place) {
        SplittableRandom random = new SplittableRandom(place.seed() + place.number());
        float[] into = new float[width];
        int offset = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isPresent()) {
                ColumnEncoding column = columns.get(i).get();
                try {
                    column.encode(row.get(i), random.nextDouble(), into, offset);
                } catch (IllegalArgumentException other) {
                    throw new IllegalArgumentException(
                            "row " + (place.number() + 1) + ", column "
                                    + schema.columns().get(i).name() + ": "
                                    + other.getMessage() + ", but the column holds "
                                    + schema.columns().get(i).type().summary(),
                            other);
                }
                offset += column.width();
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
        List<String> row = new ArrayList<>();
        int offset = 0;
        for (Optional<ColumnEncoding> column : columns) {
            if (column.isPresent()) {
                row.add(column.get().decode(from, offset, place));
                offset += column.get().width();
            }
        }
        return row;
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
