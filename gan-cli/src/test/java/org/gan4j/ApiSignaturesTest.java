package org.gan4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the public API of each module to its signatures in docs/api, so that no change of it goes unnoticed. Set
 * GAN4J_WRITE_GOLDEN to rewrite them, then review the diff: a line that is gone or changed breaks programs.
 */
class ApiSignaturesTest {
    private static final Path FILES = Path.of("../docs/api");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tensor",
                "api",
                "losses",
                "architectures",
                "data",
                "metrics",
                "tables",
                "provenance",
                "training",
                "report",
                "apps",
                "dsl",
                "export",
                "serve",
                "shell",
                "testkit"
            })
    void apiIsAsItIsWrittenDown(String module) throws Exception {
        Path file = FILES.resolve("gan-" + module + ".txt");
        String text = signatures(module);
        if (System.getenv("GAN4J_WRITE_GOLDEN") != null) {
            write(file, text);
        }
        assertThat(text.lines()).containsExactlyElementsOf(Files.readAllLines(file));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(FILES);
        Files.writeString(file, text);
    }

    private static String signatures(String module) throws IOException, ClassNotFoundException {
        StringBuilder text = new StringBuilder();
        for (Class<?> type : OwnClasses.all()) {
            if ((type.getPackageName() + ".").startsWith("org.gan4j." + module + ".") && isOpen(type)) {
                text.append(declaration(type)).append('\n');
                members(type)
                        .forEach(member -> text.append("    ").append(member).append('\n'));
            }
        }
        return text.toString();
    }

    /** Whether programs can use a type: it and all around it are public or protected. */
    private static boolean isOpen(Class<?> type) {
        return isOpen(type.getModifiers())
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && (type.getEnclosingClass() == null || isOpen(type.getEnclosingClass()));
    }

    private static boolean isOpen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String declaration(Class<?> type) {
        String supers = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass())
                                .filter(parent -> parent != Object.class && parent != Record.class),
                        Arrays.stream(type.getGenericInterfaces()))
                .map(Type::getTypeName)
                .collect(Collectors.joining(", "));
        // versions of Java differ in whether they write sealed and non-sealed
        String plain = type.toGenericString().replaceAll("\\b(non-)?sealed ", "");
        return (type.isSealed() ? "sealed " : "") + plain + (supers.isEmpty() ? "" : " : " + supers);
    }

    private static List<String> members(Class<?> type) {
        List<String> members = new ArrayList<>();
        Arrays.stream(type.getDeclaredFields())
                .filter(ApiSignaturesTest::isShown)
                .map(Field::toGenericString)
                .forEach(members::add);
        Arrays.stream(type.getDeclaredConstructors())
                .filter(ApiSignaturesTest::isShown)
                .map(Constructor::toGenericString)
                .forEach(members::add);
        Arrays.stream(type.getDeclaredMethods())
                .filter(ApiSignaturesTest::isShown)
                .map(Method::toGenericString)
                .forEach(members::add);
        return members.stream()
                .map(member -> member.replace(type.getName() + ".", ""))
                .sorted()
                .toList();
    }

    /** Leaves out what every record and enum has, and what the compiler adds. */
    private static boolean isShown(Member member) {
        boolean ofObject = member instanceof Method method
                && List.of("toString", "hashCode", "equals").contains(method.getName());
        boolean added = member.isSynthetic() || member instanceof Executable code && code.isSynthetic();
        return isOpen(member.getModifiers()) && !ofObject && !added;
    }
}
