package org.gan4j.data.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How the rows of a table become vectors that a GAN learns, and back, as in CTGAN (<a href="https://arxiv.org/abs/1907.00503">Xu et
 * al. 2019</a>, section 4.2): numbers, dates and times by their modes, everything else that is learned as a one-hot. Identifiers
 * and constants are no part of a vector, and are written by rule; free text is left out.
 */
public final class TableEncoding {
    private final TableSchema schema;
    private final List<Optional<ColumnEncoding>> columns;
    private final List<Block> blocks;
    private final int width;

    private TableEncoding(TableSchema schema, List<Optional<ColumnEncoding>> columns) {
        this.schema = schema;
        this.columns = columns;
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
        this.blocks = List.copyOf(all);
        this.width = offset;
    }

    /**
     * Fits the modes of the numbers, and returns the encoding.
     *
     * @param modes the most modes of a column; CTGAN has 10
     * @throws IllegalArgumentException if no column can be learned, or a value does not fit the schema; the message says where
     */
    public static TableEncoding fit(TableSchema schema, TableRows rows, int modes) {
        TableEncoding encoding = new TableEncoding(schema, new EncodingFit(schema, modes).of(rows));
        if (encoding.width == 0) {
            throw new IllegalArgumentException("no column of the table can be learned: "
                    + schema.columns().stream().map(TableColumn::toString).toList());
        }
        return encoding;
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
}
