package org.gan4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.AtomicFile;

/** What samples were taken for, and what they are if that is known. */
final class Classified {
    private static final int UNKNOWN = -1;

    private final List<String> labels;
    /** Which class of the GAN a class of the data is. */
    private final int[] meaning;

    private final List<Answer> answers = new ArrayList<>();

    /** @param label what it is, or {@link #UNKNOWN} */
    private record Answer(int chosen, float probability, int label) {}

    private Classified(List<String> labels, int[] meaning) {
        this.labels = labels;
        this.meaning = meaning;
    }

    /**
     * Nothing yet. Classes of the data are those of the GAN that have the same name; if they have no names, the same
     * number.
     *
     * @throws IllegalArgumentException if the data have no samples, or a class that the GAN does not know
     */
    static Classified by(List<String> labels, Dataset data) {
        data.field(Field.IMAGE);
        List<String> known =
                labels.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        List<String> classes = data.classes();
        int[] meaning = new int[classes.size()];
        for (int i = 0; i < meaning.length; i++) {
            String name = classes.get(i).toLowerCase(Locale.ROOT);
            boolean isNumber = name.equals(String.valueOf(i)) && i < labels.size();
            meaning[i] = known.contains(name) ? known.indexOf(name) : isNumber ? i : UNKNOWN;
            if (meaning[i] == UNKNOWN) {
                throw new IllegalArgumentException("the data have a class " + classes.get(i)
                        + ", which this GAN has not learned; it knows " + String.join(", ", labels));
            }
        }
        return new Classified(List.copyOf(labels), meaning);
    }

    /**
     * The next samples.
     *
     * @param probabilities [N,K]
     * @param given their labels [N], or null
     */
    void add(TensorData probabilities, TensorData given) {
        float[] values = probabilities.toFloats();
        int[] numbers = given == null ? new int[0] : given.toInts();
        int classes = labels.size();
        for (int i = 0; i < probabilities.shape().dim(0); i++) {
            int chosen = 0;
            for (int k = 1; k < classes; k++) {
                chosen = values[i * classes + k] > values[i * classes + chosen] ? k : chosen;
            }
            int label = given == null || numbers[i] < 0 ? UNKNOWN : meaning[numbers[i]];
            answers.add(new Answer(chosen, values[i * classes + chosen], label));
        }
    }

    /** How many are right, of all and of each class; if no label is known, how many were taken for each. */
    String report() {
        long told = answers.stream().filter(answer -> answer.label != UNKNOWN).count();
        StringBuilder text = new StringBuilder();
        text.append(
                told == 0
                        ? String.format(Locale.ROOT, "%,d samples, taken for%n", answers.size())
                        : String.format(
                                Locale.ROOT,
                                "%.2f %% of %,d samples are right; of each class%n",
                                percent(right(), told),
                                told));
        int width = labels.stream().mapToInt(String::length).max().orElse(1);
        for (int i = 0; i < labels.size(); i++) {
            int number = i;
            long taken =
                    answers.stream().filter(answer -> answer.chosen == number).count();
            long there =
                    answers.stream().filter(answer -> answer.label == number).count();
            long right = answers.stream()
                    .filter(answer -> answer.label == number && answer.chosen == number)
                    .count();
            String figure = told == 0
                    ? String.format(Locale.ROOT, "%,d", taken)
                    : there == 0
                            ? "none there"
                            : String.format(Locale.ROOT, "%.2f %% of %,d", percent(right, there), there);
            text.append(String.format(Locale.ROOT, "  %-" + width + "s  %s%n", labels.get(i), figure));
        }
        return text.toString();
    }

    private long right() {
        return answers.stream().filter(answer -> answer.label == answer.chosen).count();
    }

    private static double percent(long part, long whole) {
        return 100.0 * part / whole;
    }

    /** A line for each sample: its number, counted from 0, its class, that class's probability, and its label if known. */
    void write(Path file) {
        StringBuilder lines = new StringBuilder("sample,class,probability,label\n");
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            lines.append(i)
                    .append(',')
                    .append(cell(labels.get(answer.chosen)))
                    .append(',')
                    .append(String.format(Locale.ROOT, "%.4f", answer.probability))
                    .append(',')
                    .append(answer.label == UNKNOWN ? "" : cell(labels.get(answer.label)))
                    .append('\n');
        }
        AtomicFile.write(file, lines.toString());
    }

    private static String cell(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
