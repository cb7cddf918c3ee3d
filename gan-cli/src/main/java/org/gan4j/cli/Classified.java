package org.gan4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.dsl.inference.MatchedClasses;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.AtomicFile;

/** The predicted classes of samples, with their labels where these are known. */
final class Classified {
    private static final int UNKNOWN = -1;

    private final List<String> labels;
    private final MatchedClasses classes;
    private final List<Answer> answers = new ArrayList<>();

    /**
     * The prediction for one sample.
     *
     * @param label the index of its class, or {@link #UNKNOWN}
     */
    private record Answer(int chosen, float probability, int label) {}

    private Classified(List<String> labels, MatchedClasses classes) {
        this.labels = labels;
        this.classes = classes;
    }

    /**
     * Returns an empty result, whose labels are {@linkplain MatchedClasses matched} to the classes of the GAN.
     *
     * @throws IllegalArgumentException if the data have no field {@code image}, or a class that the GAN has not learned
     */
    static Classified by(List<String> labels, Dataset data) {
        data.field(Field.IMAGE);
        return new Classified(List.copyOf(labels), MatchedClasses.of(labels, data.classes()));
    }

    /**
     * Adds the next samples.
     *
     * @param probabilities the probabilities of the classes [N,K]
     * @param given the labels [N], or null if there are none
     */
    void add(TensorData probabilities, TensorData given) {
        float[] values = probabilities.toFloats();
        int[] numbers = given == null ? new int[0] : given.toInts();
        int count = labels.size();
        for (int i = 0; i < probabilities.shape().dim(0); i++) {
            int chosen = 0;
            for (int k = 1; k < count; k++) {
                chosen = values[i * count + k] > values[i * count + chosen] ? k : chosen;
            }
            int label = given == null || numbers[i] < 0 ? UNKNOWN : classes.of(numbers[i]);
            answers.add(new Answer(chosen, values[i * count + chosen], label));
        }
    }

    /** Returns the accuracy, overall and by class; if no label is known, the number of samples by predicted class. */
    String report() {
        long labeled =
                answers.stream().filter(answer -> answer.label != UNKNOWN).count();
        StringBuilder text = new StringBuilder();
        text.append(
                labeled == 0
                        ? String.format(Locale.ROOT, "%,d samples, classified as%n", answers.size())
                        : String.format(
                                Locale.ROOT,
                                "%.2f %% of %,d samples are correct; by class%n",
                                percent(right(), labeled),
                                labeled));
        int width = labels.stream().mapToInt(String::length).max().orElse(1);
        for (int i = 0; i < labels.size(); i++) {
            int number = i;
            long taken =
                    answers.stream().filter(answer -> answer.chosen == number).count();
            long actual =
                    answers.stream().filter(answer -> answer.label == number).count();
            long right = answers.stream()
                    .filter(answer -> answer.label == number && answer.chosen == number)
                    .count();
            String figure = labeled == 0
                    ? String.format(Locale.ROOT, "%,d", taken)
                    : actual == 0
                            ? "no samples"
                            : String.format(Locale.ROOT, "%.2f %% of %,d", percent(right, actual), actual);
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

    /**
     * Writes one CSV line per sample: its number, counted from 0, the predicted class, the probability of that class, and
     * the label if it is known.
     */
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
