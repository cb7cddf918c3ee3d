package org.gan4j.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.tensor.op.Op;

/**
 * The names of all primitive ops, found by walking the sealed hierarchy of {@link Op}: a record gives one name
 * ({@code "Conv2d"}), an enum one for each constant ({@code "Unary.TANH"}), and a record with an enum of its own one
 * for each kind ({@code "Reduce.MAX"}). An op that is added appears by itself.
 */
public final class OpTable {
    private OpTable() {}

    /** Every op, in the order of the declarations. */
    public static List<String> names() {
        return below(Op.class).flatMap(OpTable::names).toList();
    }

    /** The name of one op. */
    public static String name(Op op) {
        Class<?> type = op.getClass();
        if (op instanceof Enum<?> constant) {
            return name(constant.getDeclaringClass(), constant);
        }
        return kind(type)
                .map(component -> name(type, (Enum<?>) read(component, op)))
                .orElse(type.getSimpleName());
    }

    private static Stream<Class<?>> below(Class<?> type) {
        return type.isInterface()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(OpTable::below)
                : Stream.of(type);
    }

    private static Stream<String> names(Class<?> type) {
        Optional<RecordComponent> kind = kind(type);
        if (type.isEnum() || kind.isPresent()) {
            Class<?> constants = type.isEnum() ? type : kind.get().getType();
            return Arrays.stream(constants.getEnumConstants()).map(constant -> name(type, (Enum<?>) constant));
        }
        return Stream.of(type.getSimpleName());
    }

    /** The component whose type is an enum declared within the record. */
    private static Optional<RecordComponent> kind(Class<?> type) {
        return !type.isRecord()
                ? Optional.empty()
                : Arrays.stream(type.getRecordComponents())
                        .filter(component -> component.getType().isEnum()
                                && component.getType().getEnclosingClass() == type)
                        .findFirst();
    }

    private static String name(Class<?> type, Enum<?> constant) {
        return type.getSimpleName() + "." + constant.name();
    }

    private static Object read(RecordComponent component, Op op) {
        try {
            return component.getAccessor().invoke(op);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException("cannot read " + component + " of " + op.label(), broken);
        }
    }
}
