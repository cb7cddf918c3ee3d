package org.gan4j.dsl.sketches;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.ShapeCheck;
import org.gan4j.tensor.Tensor;

/** Validation of a generator and a critic against their specs, and of the fields of the data. */
record PairProblems(GanComponents components, NetworkSpec generatorSpec, NetworkSpec criticSpec) {
    /** Returns the problems of both networks. */
    List<String> all() {
        List<String> problems = new ArrayList<>(components.problems(generatorSpec, criticSpec));
        if (problems.isEmpty()) {
            Network critic = components.critic().build(criticSpec);
            problems.addAll(ShapeCheck.problems(
                    components.generator().build(generatorSpec),
                    inputs(generatorSpec, ShapeCheck.BATCH),
                    generatorSpec.output().batch(ShapeCheck.BATCH),
                    "samples like the data"));
            problems.addAll(
                    components.criticProblems(critic, inputs(criticSpec, ShapeCheck.batch(components.critic()))));
        }
        return problems;
    }

    private static Inputs inputs(NetworkSpec spec, int count) {
        Inputs inputs = Inputs.of(input(spec.input(), count));
        for (Field condition : spec.conditions()) {
            inputs = inputs.with(condition.name(), input(condition, count));
        }
        return inputs;
    }

    private static Tensor input(Field field, int count) {
        return Tensor.input(field.name(), field.dtype(), field.batch(count).dims());
    }

    /** Returns one message per field that an application needs and that the data lack. */
    static List<String> missing(String application, DataSchema data, String... fields) {
        return Arrays.stream(fields)
                .filter(field -> !data.has(field))
                .map(field -> "the application " + application + " needs the field " + field + "; the data have "
                        + data.fields().stream().map(Field::name).toList() + ": use data with this field")
                .toList();
    }
}
