package org.gan4j.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.gan4j.api.training.TrainingHistory;

/** Curves of metrics over the steps of a training, as text. Each column shows the mean over its steps. */
final class CurvePlot {
    private static final int HEIGHT = 16;
    private static final int WIDEST = 72;
    private static final int LABEL = 9;
    private static final String MARKS = "*o+x#@";

    /** Colors for a dark and a bright background: blue, orange, green, pink, yellow, light blue. */
    private static final int[] COLORS = {33, 208, 35, 175, 178, 74};

    private static final int EMPTY = -1;
    private static final String LOSS = "loss\\.[^.]+";

    private CurvePlot() {}

    /**
     * Returns the plot.
     *
     * @param names the metrics; the players' losses, or all metrics if there are none, if no name is given
     * @throws IllegalArgumentException if the history has no steps, or no metric of one of the names
     */
    static String of(TrainingHistory history, Collection<String> names, Terminal terminal) {
        List<String> chosen = chosen(history, names);
        List<NavigableMap<Integer, Double>> curves = new ArrayList<>();
        chosen.forEach(name -> curves.add(finite(history.of(name))));
        double[] range = range(curves);
        if (range[0] > range[1]) {
            return "no value of " + String.join(", ", chosen) + " is finite\n";
        }
        int first = history.steps().get(0).number();
        int last = history.steps().get(history.steps().size() - 1).number();
        int width = Math.max(1, Math.min(WIDEST, terminal.width() - LABEL - 3));
        int[][] cells = new int[HEIGHT][width];
        Arrays.stream(cells).forEach(row -> Arrays.fill(row, EMPTY));
        for (int i = curves.size() - 1; i >= 0; i--) { // the first curve is on top
            draw(curves.get(i), i, cells, first, last, range);
        }
        return text(cells, range, terminal) + steps(first, last, width) + legend(chosen, curves, terminal);
    }

    private static List<String> chosen(TrainingHistory history, Collection<String> names) {
        Collection<String> all = history.names();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("there are no metrics to plot: train some steps first");
        }
        for (String name : names) {
            if (!all.contains(name)) {
                throw new IllegalArgumentException(
                        "there is no metric " + name + "; choose among " + String.join(", ", all));
            }
        }
        if (!names.isEmpty()) {
            return List.copyOf(names);
        }
        List<String> losses = all.stream().filter(name -> name.matches(LOSS)).toList();
        return losses.isEmpty() ? List.copyOf(all) : losses;
    }

    private static NavigableMap<Integer, Double> finite(NavigableMap<Integer, Double> values) {
        NavigableMap<Integer, Double> finite = new TreeMap<>(values);
        finite.values().removeIf(value -> !Double.isFinite(value));
        return finite;
    }

    private static double[] range(List<NavigableMap<Integer, Double>> curves) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (NavigableMap<Integer, Double> curve : curves) {
            for (double value : curve.values()) {
                range[0] = Math.min(range[0], value);
                range[1] = Math.max(range[1], value);
            }
        }
        return range;
    }

    private static void draw(
            NavigableMap<Integer, Double> curve, int index, int[][] cells, int first, int last, double[] range) {
        int width = cells[0].length;
        double[] sums = new double[width];
        int[] counts = new int[width];
        curve.forEach((step, value) -> {
            int column = last == first ? 0 : (int) ((long) (step - first) * (width - 1) / (last - first));
            sums[column] += value;
            counts[column]++;
        });
        for (int column = 0; column < width; column++) {
            if (counts[column] > 0) {
                double height =
                        range[1] == range[0] ? 0.5 : (sums[column] / counts[column] - range[0]) / (range[1] - range[0]);
                cells[HEIGHT - 1 - (int) Math.round(height * (HEIGHT - 1))][column] = index;
            }
        }
    }

    private static String text(int[][] cells, double[] range, Terminal terminal) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < HEIGHT; row++) {
            boolean labeled = row == 0 || row == HEIGHT - 1;
            text.append(
                    labeled
                            ? String.format(Locale.ROOT, "%" + LABEL + ".3g |", row == 0 ? range[1] : range[0])
                            : " ".repeat(LABEL) + " |");
            StringBuilder line = new StringBuilder();
            for (int index : cells[row]) {
                line.append(index == EMPTY ? " " : mark(index, terminal));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String mark(int index, Terminal terminal) {
        String mark = String.valueOf(MARKS.charAt(index % MARKS.length()));
        return terminal.colors() ? "\u001b[38;5;" + COLORS[index % COLORS.length] + "m" + mark + "\u001b[0m" : mark;
    }

    private static String steps(int first, int last, int width) {
        String from = "step " + first;
        String to = String.valueOf(last);
        String gap = " ".repeat(Math.max(1, width - from.length() - to.length()));
        return " ".repeat(LABEL) + " +" + "-".repeat(width) + "\n" + " ".repeat(LABEL + 2) + from + gap + to + "\n";
    }

    private static String legend(List<String> names, List<NavigableMap<Integer, Double>> curves, Terminal terminal) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            text.append(" ".repeat(LABEL + 2))
                    .append(mark(i, terminal))
                    .append(' ')
                    .append(names.get(i));
            if (!curves.get(i).isEmpty()) {
                text.append(String.format(
                        Locale.ROOT,
                        ", %.4g at step %d",
                        curves.get(i).lastEntry().getValue(),
                        curves.get(i).lastKey()));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
