package org.gan4j.api.text;

import java.util.List;
import java.util.Optional;
import org.gan4j.tensor.Philox;

/**
 * An encoder that knows no language and needs no vocabulary. Each word w has a random vector v(w), of independent normal
 * numbers that depend on the word alone (hashing in the manner of <a href="https://arxiv.org/abs/0902.2206">Weinberger
 * et al. 2009</a>), and a text is the sum over its words, scaled to length 1:
 *
 * <pre>
 * e = Σ v(w) / ‖Σ v(w)‖
 * </pre>
 *
 * <p>Texts that share words have similar vectors; the order of the words does not matter. Words are runs of letters and
 * digits in any script, single Chinese characters, and symbols such as + and ❤, in Unicode's form NFKC and lower case. English words
 * without a meaning of their own, such as "a", "the", "of" and "with", are left out.
 *
 * @param size the number of values in a vector, at least 16; 256 by default
 */
public record BagOfWords(int size) implements TextEncoder {
    private static final int USUAL = 256;
    private static final int LEAST = 16;

    /**
     * Validates the size.
     *
     * @throws IllegalArgumentException if it is less than 16
     */
    public BagOfWords {
        if (size < LEAST) {
            throw new IllegalArgumentException("the encoder bag-of-words needs a size of at least " + LEAST + ", not "
                    + size + ": with fewer values, words could not be told apart; 256 is usual");
        }
    }

    /** Returns an encoder with vectors of 256 values. */
    public static BagOfWords standard() {
        return new BagOfWords(USUAL);
    }

    @Override
    public String name() {
        return "bag-of-words";
    }

    @Override
    public String summary() {
        return "texts as the sum of random vectors of their words, in any language";
    }

    @Override
    public Optional<String> problem(String text) {
        if (text.isBlank()) {
            return Optional.of("it is empty");
        }
        return Words.of(text).isEmpty()
                ? Optional.of("it has no words but those that are left out, such as \"the\"")
                : Optional.empty();
    }

    @Override
    public float[][] encode(List<String> texts) {
        return texts.stream().map(this::encoded).toArray(float[][]::new);
    }

    private float[] encoded(String text) {
        problem(text).ifPresent(why -> {
            throw new IllegalArgumentException(
                    "the text \"" + text + "\" cannot be encoded, because " + why + ": describe what it should show");
        });
        double[] sum = new double[size];
        float[] vector = new float[size];
        for (String word : Words.of(text)) {
            new Philox(0, "words/" + word, 0).normals(0, vector, size);
            for (int i = 0; i < size; i++) {
                sum[i] += vector[i];
            }
        }
        double squares = 0;
        for (double value : sum) {
            squares += value * value;
        }
        for (int i = 0; i < size; i++) {
            vector[i] = (float) (sum[i] / Math.sqrt(squares));
        }
        return vector;
    }
}
