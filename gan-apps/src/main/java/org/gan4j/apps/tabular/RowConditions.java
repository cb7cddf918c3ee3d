package org.gan4j.apps.tabular;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.data.tables.Choice;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;

/**
 * The conditions of CTGAN (<a href="https://arxiv.org/abs/1907.00503">Xu et al. 2019</a>, section 4.3): one column of choices is
 * named by its one-hot, and all other columns are 0.
 *
 * @param choices the columns of choices, in their order; if there are none, there are no conditions
 */
record RowConditions(List<Choice> choices) {
    /**
     * Returns the conditions of a table. If columns are given, there are none: a value drawn for itself would not depend on what is
     * given.
     */
    static RowConditions of(TableEncoding table) {
        return new RowConditions(table.given().isEmpty() ? table.choices() : List.of());
    }

    /** Returns the length of a condition. */
    int width() {
        return choices.stream().mapToInt(choice -> choice.block().width()).sum();
    }

    /**
     * Returns the conditions of an update, [N, width]: of each real row, the choice in one column. Empty if there are no choices.
     *
     * @param drawn the numbers of the columns, INT [N]; empty if they are drawn at random
     */
    Optional<Tensor> of(UpdateContext update, Tensor real, Optional<Tensor> drawn) {
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        Tensor column = Tensor.oneHot(drawn.orElseGet(() -> atRandom(update)), choices.size());
        List<Tensor> parts = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            parts.add(RowActivation.part(real, choices.get(i).block()).mul(column.slice(1, i, i + 1)));
        }
        return Optional.of(Tensor.concat(1, parts));
    }

    private Tensor atRandom(UpdateContext update) {
        return update.random("column")
                .uniform(update.batchSize())
                .mul(choices.size())
                .floor()
                .minimum(choices.size() - 1)
                .cast(DType.INT);
    }

    /**
     * Returns the cross-entropy of the named choices, E[-log softmax(l)_c], a scalar.
     *
     * @param raw what the generator makes before its activation, [N, D]
     */
    Tensor crossEntropy(Tensor raw, Tensor conditions) {
        List<Tensor> logs = new ArrayList<>();
        for (Choice choice : choices) {
            logs.add(RowActivation.part(raw, choice.block()).logSoftmax(1));
        }
        return Tensor.concat(1, logs).mul(conditions).sum(1).neg().mean();
    }

    /**
     * Writes the condition of a row: a column, and one of its choices as often as in the table.
     *
     * @param column a random number in [0, 1)
     * @param value a random number in [0, 1)
     */
    void draw(double column, double value, float[] into, int offset) {
        Choice chosen = choices.get(Math.min((int) (column * choices.size()), choices.size() - 1));
        write(new Named(chosen, chosen.drawn(value)), into, offset);
    }

    /** Writes the condition that names a value. */
    void write(Named named, float[] into, int offset) {
        int at = offset;
        for (Choice choice : choices) {
            if (choice.equals(named.choice())) {
                into[at + named.place()] = 1;
            }
            at += choice.block().width();
        }
    }

    /**
     * A value of a column of choices.
     *
     * @param place its place in the one-hot
     */
    record Named(Choice choice, int place) {}

    /** Returns the rarest of some values, by the names of their columns; empty if none is one of the choices. */
    Optional<Named> rarest(Map<String, String> values) {
        return choices.stream()
                .filter(choice ->
                        values.containsKey(choice.column()) && choice.values().contains(values.get(choice.column())))
                .map(choice -> new Named(choice, choice.values().indexOf(values.get(choice.column()))))
                .min(Comparator.comparing(named -> named.choice().shares().get(named.place())));
    }
}
