package org.gan4j.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.tensor.op.Op;

/**
 * The names of all primitive ops, found by walking the sealed hierarchy of {@link Op}. A record has one name
 * ({@code "Conv2d"}), an enum one for each constant ({@code "Unary.TANH"}), and a record that declares an enum one for
 * each of its constants ({@code "Reduce.MAX"}). New ops appear automatically.
 */
public final class OpTable {
    private OpTable() {}

    /** Returns the names of all ops, in declaration order. */
    public static List<String> names() {
        return below(Op.class).flatMap(OpTable::names).toList();
    }

    /**
     * Returns the name of an op.
     *
     * @throws IllegalStateException if the op's kind cannot be read
     */
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

    /** Returns the component whose type is an enum declared within the record. */
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
