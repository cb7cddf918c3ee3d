package org.gan4j.shell;

import java.util.List;
import java.util.Locale;
import org.gan4j.api.data.Scale;
import org.gan4j.tensor.TensorData;

/** Vectors as text: the first numbers of the first ones, under the names of the columns. */
final class VectorTable {
    private static final int ROWS = 10;
    private static final int CELL = 11;

    private VectorTable() {}

    /**
     * Returns the table.
     *
     * @param vectors [N, ...], of which each is flattened
     * @param scales the units of the columns, with their names; fewer than columns if they are unknown
     */
    static String of(TensorData vectors, List<Scale> scales, int terminalWidth) {
        int count = vectors.shape().dim(0);
        int size = count == 0 ? 0 : vectors.shape().size() / count;
        int shown = Math.min(size, (terminalWidth - 1) / CELL);
        StringBuilder text = new StringBuilder();
        if (scales.size() == size
                && scales.stream().anyMatch(scale -> !scale.name().isEmpty())) {
            for (int column = 0; column < shown; column++) {
                text.append(cell(scales.get(column).name()));
            }
            text.append('\n');
        }
        for (int row = 0; row < Math.min(count, ROWS); row++) {
            for (int column = 0; column < shown; column++) {
                text.append(cell(String.format(Locale.ROOT, "%.4g", vectors.get(row * size + column))));
            }
            text.append('\n');
        }
        text.append(count).append(" samples of ").append(size).append(" numbers");
        if (count > ROWS || shown < size) {
            text.append("; shown are the first ")
                    .append(Math.min(count, ROWS))
                    .append(" x ")
                    .append(shown);
        }
        return text.append('\n').toString();
    }

    private static String cell(String text) {
        String cut = text.length() < CELL ? text : text.substring(0, CELL - 1);
        return " ".repeat(CELL - cut.length()) + cut;
    }
}
