package org.gan4j.tables.values;

import java.util.Arrays;
import java.util.List;

/**
 * A column of choices.
 *
 * @param name the name of the column
 * @param words the choices of all tables that are compared, the most frequent one of training first; an empty one stands for
 *     missing values
 * @param codes the place of each row's choice in the words
 */
public record ChoiceValues(String name, List<String> words, int[] codes) implements ColumnValues {
    /** Copies the words. */
    public ChoiceValues {
        words = List.copyOf(words);
    }

    @Override
    public int count() {
        return codes.length;
    }

    @Override
    public boolean isMissing(int row) {
        return words.get(codes[row]).isEmpty();
    }

    @Override
    public ChoiceValues and(ColumnValues other) {
        int[] more = ((ChoiceValues) other).codes;
        int[] all = Arrays.copyOf(codes, codes.length + more.length);
        System.arraycopy(more, 0, all, codes.length, more.length);
        return new ChoiceValues(name, words, all);
    }

    @Override
    public ChoiceValues of(int[] rows) {
        return new ChoiceValues(
                name, words, Arrays.stream(rows).map(row -> codes[row]).toArray());
    }
}
