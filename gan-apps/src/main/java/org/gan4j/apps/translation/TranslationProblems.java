package org.gan4j.apps.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.ShapeCheck;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * Validation of what both applications of translation have in common.
 *
 * @param application the name of the application
 */
record TranslationProblems(String application) {
    private static final int COLORS = 3;

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
                .filter(field -> !isImage(data.field(field)))
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

    private static boolean isImage(Field field) {
        Shape shape = field.shape();
        return field.dtype() == DType.FLOAT && shape.rank() == COLORS && (shape.dim(0) == 1 || shape.dim(0) == COLORS);
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

    /** Returns the problems of a generator and a critic with their specs, for data that have none. */
    List<String> ofNetworks(GanComponents components, NetworkSpec generatorSpec, NetworkSpec criticSpec) {
        List<String> problems = new ArrayList<>(components.problems(generatorSpec, criticSpec));
        if (!problems.isEmpty()) {
            return problems;
        }
        Network generator = components.generator().build(generatorSpec);
        problems.addAll(ShapeCheck.problems(
                generator,
                inputs(generatorSpec, ShapeCheck.BATCH),
                new Field("images", DType.FLOAT, generatorSpec.output()).batch(ShapeCheck.BATCH),
                "images of the size of the given ones"));
        Network critic = components.critic().build(criticSpec);
        problems.addAll(components.criticProblems(critic, inputs(criticSpec, ShapeCheck.batch(components.critic()))));
        return problems;
    }

    private static Inputs inputs(NetworkSpec spec, int count) {
        Field input = spec.input();
        return Inputs.of(
                Tensor.input(input.name(), input.dtype(), input.batch(count).dims()));
    }
}
