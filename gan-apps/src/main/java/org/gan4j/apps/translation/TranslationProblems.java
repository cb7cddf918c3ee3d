package org.gan4j.apps.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.Shape;

/**
 * Validation of what both applications of translation have in common.
 *
 * @param application the name of the application
 */
record TranslationProblems(String application) {
    /**
     * Returns the problems of two fields between which images are translated.
     *
     * @param advice continues a message about a missing field
     */
    List<String> ofFields(DataSchema data, String from, String to, String advice) {
        List<String> missing = Stream.of(from, to)
                .filter(field -> !data.has(field))
                .map(field -> "the application " + application + " needs the field " + field + "; the data have "
                        + data.fields().stream().map(Field::name).toList() + ": " + advice)
                .toList();
        if (!missing.isEmpty()) {
            return missing;
        }
        List<String> problems = new ArrayList<>();
        Stream.of(from, to)
                .filter(field -> !data.field(field).isImage())
                .forEach(field -> problems.add(application + " translates images, 1×H×W or 3×H×W; the field " + field
                        + " has the shape " + data.field(field).shape() + ": use data with images"));
        if (problems.isEmpty()) {
            Shape one = data.field(from).shape();
            Shape other = data.field(to).shape();
            if (!one.with(0, 1).equals(other.with(0, 1))) {
                problems.add(application + " needs images of one size; " + from + " is " + size(one) + " and " + to
                        + " is " + size(other) + ": give both the same size");
            }
        }
        return problems;
    }

    private static String size(Shape image) {
        return image.dim(1) + "×" + image.dim(2);
    }

    /** Returns the problem of a weight that must be a number of at least 0. */
    List<String> ofWeight(String what, double weight) {
        return weight >= 0 && !Double.isInfinite(weight)
                ? List.of()
                : List.of("the weight " + what + " of " + application + " must be a number of at least 0, not " + weight
                        + ": 0 leaves its term out");
    }
}
