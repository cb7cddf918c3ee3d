package org.gan4j.nd4j.internal;

/** A reduction from [outer, rows, columns] to [outer, columns]. Several short rows share a block. */
final class RowReduction extends Reduction {
    private final int rows;
    private final int columns;
    private final int outer;
    /** The number of columns of a strip, of which a block holds {@code together} rows. */
    private final int width;

    private final int strips;
    private final int together;
    private final int rowsInUnit;

    private RowReduction(
            Workers workers,
            Folding folding,
            Blocks from,
            Region to,
            int outer,
            int rows,
            int columns,
            int width,
            int rowsInUnit) {
        super(
                workers,
                folding,
                from,
                to,
                outer * up(columns, width) * up(rows, rowsInUnit),
                width * rowsInUnit,
                up(rows, rowsInUnit));
        this.outer = outer;
        this.rows = rows;
        this.columns = columns;
        this.width = width;
        this.strips = up(columns, width);
        this.together = Math.min(rows, Scratch.BLOCK / width);
        this.rowsInUnit = rowsInUnit;
    }

    static RowReduction of(Workers workers, Folding folding, Blocks from, Region to, int outer, int rows, int columns) {
        int width = Math.min(columns, Scratch.BLOCK);
        int strips = up(columns, width);
        int most = Math.max(Folding.TERMS_IN_FLOAT, UNIT / width);
        int rowsInUnit = termsInUnit(rows, width, outer * strips, most);
        return new RowReduction(workers, folding, from, to, outer, rows, columns, width, rowsInUnit);
    }

    @Override
    void unit(int unit, Lanes lanes) {
        int column = unit % strips * width;
        int o = unit / strips % outer;
        int piece = unit / strips / outer;
        int first = piece * rowsInUnit;
        int end = Math.min(rows, first + rowsInUnit);
        int count = Math.min(width, columns - column);
        lanes.begin(together * count, count);
        for (int row = first; row < end; row += together) {
            int some = Math.min(together, end - row);
            lanes.add((o * rows + row) * columns + column, some * count);
            if (lanes.full()) {
                lanes.joinRows(count, together);
            }
        }
        lanes.joinRows(count, together);
        lanes.put(piece, o * columns + column, count);
    }

    @Override
    public String toString() {
        return folding + "[" + outer + ", " + rows + ", " + columns + "] to [" + outer + ", " + columns + "]";
    }
}
