package org.gan4j.export.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sizes that a model leaves open, and how the numbers of its graph follow from them. A function is traced with the
 * usual sizes, with each of them doubled, and with all of them tripled; a number that differs between these traces must
 * be a product of linear terms, one in each size.
 *
 * @param usual the sizes by name, in the first trace
 */
record OpenSizes(Map<String, Integer> usual) {
    private static final int ALL = 3;

    static OpenSizes of(List<ModelInput> inputs) {
        Map<String, Integer> usual = new LinkedHashMap<>();
        inputs.forEach(input -> usual.putAll(input.usual()));
        return new OpenSizes(usual);
    }

    private List<String> names() {
        return List.copyOf(usual.keySet());
    }

    /** Returns the sizes of each trace. */
    List<Map<String, Integer>> traces() {
        List<Map<String, Integer>> traces = new ArrayList<>(List.of(usual));
        if (usual.isEmpty()) {
            return traces;
        }
        for (String name : usual.keySet()) {
            Map<String, Integer> doubled = new LinkedHashMap<>(usual);
            doubled.merge(name, 2, Math::multiplyExact);
            traces.add(doubled);
        }
        Map<String, Integer> all = new LinkedHashMap<>(usual);
        all.replaceAll((name, size) -> Math.multiplyExact(ALL, size));
        traces.add(all);
        return traces;
    }

    /**
     * A linear term in one size.
     *
     * @param factor the factor of the size
     * @param added what is added to the product
     */
    record Term(String size, long factor, long added) {}

    /**
     * A number as a function of the sizes: {@code factor · Π terms / divisor}, without a remainder.
     */
    record Formula(long factor, List<Term> terms, long divisor) {
        /** Returns text such as {@code 4*height}. */
        String text() {
            StringBuilder text = new StringBuilder(factor == 1 ? "" : factor + "*");
            for (int i = 0; i < terms.size(); i++) {
                Term term = terms.get(i);
                String scaled = term.factor == 1 ? term.size : term.factor + "*" + term.size;
                text.append(i > 0 ? "*" : "")
                        .append(
                                term.added == 0
                                        ? scaled
                                        : "(" + scaled + (term.added < 0 ? "" : "+") + term.added + ")");
            }
            return text.append(divisor == 1 ? "" : "/" + divisor).toString();
        }

        long at(Map<String, Integer> sizes) {
            long product = factor;
            for (Term term : terms) {
                product *= term.factor * sizes.get(term.size) + term.added;
            }
            return product % divisor == 0 ? product / divisor : Long.MIN_VALUE;
        }
    }

    /**
     * Returns the formula of a number that is not the same in all traces.
     *
     * @throws IllegalArgumentException if there is none of this kind
     */
    Formula formula(Extent number) {
        List<Term> terms = new ArrayList<>();
        long first = number.first();
        long factor = first;
        long divisor = 1;
        for (int i = 0; i < usual.size() && first > 0; i++) {
            String name = names().get(i);
            long size = usual.get(name);
            long doubled = number.at().get(i + 1);
            if (doubled != first) {
                // through both points: n (s) = n (s0) · ((n1 - n0) s + s0 (2 n0 - n1)) / (n0 s0)
                long slope = doubled - first;
                long added = size * (2 * first - doubled);
                long below = first * size;
                long common = gcd(gcd(Math.abs(slope), Math.abs(added)), below);
                terms.add(new Term(name, slope / common, added / common));
                divisor *= below / common;
            }
        }
        long common = gcd(Math.abs(factor), divisor);
        Formula formula =
                new Formula(common == 0 ? factor : factor / common, terms, common == 0 ? divisor : divisor / common);
        List<Map<String, Integer>> traces = traces();
        for (int i = 0; i < traces.size(); i++) {
            if (first <= 0 || formula.at(traces.get(i)) != number.at().get(i)) {
                throw new IllegalArgumentException(
                        "its sizes " + number.at() + " follow from " + traces + " by no product of linear terms");
            }
        }
        return formula;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
