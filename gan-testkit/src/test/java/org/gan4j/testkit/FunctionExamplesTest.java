package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.tensor.functions.Windows;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FunctionExamplesTest {
    @Test
    void everyPublicFunctionHasExamples() throws Exception {
        Set<String> shown =
                FunctionExamples.all().stream().map(OpExample::op).collect(Collectors.toCollection(TreeSet::new));
        assertThat(functions()).hasSizeGreaterThan(35);
        assertThat(shown).isEqualTo(functions());
    }

    @Test
    void examplesHaveNamesOfTheirOwn() {
        assertThat(FunctionExamples.all().stream().map(OpExample::toString)).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> gradientsOfOrdersOneAndTwoAreThoseOfFiniteDifferences() {
        return FunctionExamples.all().stream()
                .filter(example -> example.kind() == OpExample.Kind.SMOOTH)
                .map(example ->
                        DynamicTest.dynamicTest(example.toString(), () -> assertThat(ExampleGradients.failure(example))
                                .isEmpty()));
    }

    /** Finds the functions, without types' own factories, in the folder or jar of the classes, so that none is forgotten. */
    private static Set<String> functions() throws Exception {
        Set<String> names = new TreeSet<>();
        for (String type : types()) {
            Class<?> holder = Class.forName(Windows.class.getPackageName() + "." + type);
            Arrays.stream(holder.getDeclaredMethods())
                    .filter(method -> Modifier.isStatic(method.getModifiers())
                            && Modifier.isPublic(method.getModifiers())
                            && !method.getReturnType().equals(holder))
                    .map(Method::getName)
                    .forEach(name -> names.add(type + "." + name));
        }
        return names;
    }

    private static Set<String> types() throws Exception {
        Path classes = Path.of(Windows.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String folder = Windows.class.getPackageName().replace('.', '/');
        if (Files.isDirectory(classes)) {
            return types(classes.resolve(folder));
        }
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + classes.toUri()), Map.of())) {
            return types(jar.getPath(folder));
        }
    }

    private static Set<String> types(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .map(name -> name.replace(".class", ""))
                    .filter(name -> !name.equals("package-info"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
