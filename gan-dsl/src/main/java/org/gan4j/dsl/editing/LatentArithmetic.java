package org.gan4j.dsl.editing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.dsl.inference.Latents;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Arithmetic of latents (<a href="https://arxiv.org/abs/1511.06434">Radford et al. 2016</a>, section 6.3.2): the mean of
 * some samples' latents, minus that of others, plus that of others. Samples are named by their numbers of {@code gan
 * sample} with the same seed, counted from 0:
 *
 * <pre>
 * 3,8,21 - 0,4,5 + 7,9,30
 * </pre>
 *
 * Means of three normal latents are shorter than latents are; a sum of three such means has the usual length again.
 *
 * @param terms the sums and differences, in their order
 */
public record LatentArithmetic(List<Term> terms) implements LatentEdit {
    private static final int MOST = 999_999;
    private static final String NUMBERS = "\\d{1,7}(?:\\s*,\\s*\\d{1,7})*";
    private static final Pattern TERM = Pattern.compile("\\s*([+-])\\s*(" + NUMBERS + ")\\s*");
    private static final Pattern WHOLE = Pattern.compile("(?:" + TERM.pattern() + ")+");

    /**
     * The mean latents of some samples.
     *
     * @param plus whether it is added, not subtracted
     * @param samples their numbers
     */
    public record Term(boolean plus, List<Integer> samples) {
        /**
         * Validates the numbers.
         *
         * @throws IllegalArgumentException if there are none, or one is negative or above 999,999
         */
        public Term {
            samples = List.copyOf(samples);
            if (samples.isEmpty()) {
                throw new IllegalArgumentException("the mean of no samples is none: name at least one");
            }
            samples.stream().filter(each -> each < 0 || each > MOST).findFirst().ifPresent(each -> {
                throw new IllegalArgumentException(
                        "samples are numbered from 0 to " + MOST + ", so there is none of " + each);
            });
        }
    }

    /**
     * Validates the terms.
     *
     * @throws IllegalArgumentException if there are none
     */
    public LatentArithmetic {
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("arithmetic needs the samples of at least one term");
        }
    }

    /**
     * Returns the arithmetic of a text, such as {@code 3,8,21 - 0,4,5 + 7,9,30}.
     *
     * @throws IllegalArgumentException if it is none, or a number is above 999,999
     */
    public static LatentArithmetic parse(String text) {
        String signed = text.strip().matches("[+-].*") ? text : "+" + text;
        if (!WHOLE.matcher(signed).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no arithmetic of samples: add and subtract their"
                    + " numbers, as in 3,8,21-0,4,5+7,9,30");
        }
        List<Term> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(signed);
        while (matcher.find()) {
            List<Integer> samples = Arrays.stream(matcher.group(2).split("\\s*,\\s*"))
                    .map(Integer::valueOf)
                    .toList();
            terms.add(new Term(matcher.group(1).equals("+"), samples));
        }
        return new LatentArithmetic(terms);
    }

    /** Returns latents, FLOAT [T+1,L]: the mean of each of the T terms, then the result. */
    public TensorData of(Latents latents) {
        int size = latents.space().size();
        float[] all = new float[(terms.size() + 1) * size];
        for (int t = 0; t < terms.size(); t++) {
            for (int sample : terms.get(t).samples()) {
                float[] row = latents.rows(sample, 1);
                for (int i = 0; i < size; i++) {
                    all[t * size + i] += row[i] / terms.get(t).samples().size();
                }
            }
            for (int i = 0; i < size; i++) {
                all[terms.size() * size + i] += (terms.get(t).plus() ? 1 : -1) * all[t * size + i];
            }
        }
        return TensorData.of(all, Shape.of(terms.size() + 1L, size));
    }
}
