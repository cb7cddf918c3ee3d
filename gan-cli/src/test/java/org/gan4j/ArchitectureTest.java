package org.gan4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the arrows between the modules: who may know whom. */
class ArchitectureTest {
    /** What each module may depend on, besides itself. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("tensor", List.of()),
            Map.entry("nd4j", List.of("tensor")),
            Map.entry("api", List.of("tensor")),
            Map.entry("losses", List.of("tensor", "api")),
            Map.entry("architectures", List.of("tensor", "api")),
            Map.entry("data", List.of("tensor", "api")),
            Map.entry("metrics", List.of("tensor", "api", "architectures")),
            Map.entry("apps", List.of("tensor", "api", "losses", "architectures", "data", "metrics")),
            Map.entry("training", List.of("tensor", "api")),
            Map.entry("dsl", List.of("tensor", "api", "losses", "architectures", "data", "metrics", "training")),
            Map.entry("testkit", List.of("tensor", "api")),
            Map.entry(
                    "cli",
                    List.of(
                            "tensor",
                            "nd4j",
                            "api",
                            "losses",
                            "architectures",
                            "data",
                            "metrics",
                            "training",
                            "apps",
                            "dsl")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.gan4j");

    static List<String> modules() {
        return ARROWS.keySet().stream().sorted().toList();
    }

    private static ArchRule onlyAllowed(String module) {
        List<String> packages = new ArrayList<>(List.of(inside(module)));
        ARROWS.get(module).forEach(known -> packages.add(inside(known)));
        return classes()
                .that()
                .resideInAPackage(inside(module))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.gan4j.."))
                        .or(JavaClass.Predicates.resideInAnyPackage(packages.toArray(String[]::new))));
    }

    private static String inside(String module) {
        return "org.gan4j." + module + "..";
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleKnowsOnlyThoseItMay(String module) {
        onlyAllowed(module).check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyModuleIsSeen(String module) {
        assertThat(CLASSES.that(JavaClass.Predicates.resideInAPackage(inside(module))))
                .hasSizeGreaterThan(2);
    }

    @Test
    void noModuleIsForgotten() {
        assertThat(CLASSES.stream()
                        .map(seen -> seen.getPackageName().split("\\.")[2])
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(ARROWS.keySet());
    }

    @Test
    void theRulesFailWhereThereAreNoClasses() {
        JavaClasses none = new ClassFileImporter().importPackages("org.gan4j.nothing");
        assertThat(none).isEmpty();
        assertThatThrownBy(() -> onlyAllowed("dsl").check(none)).isInstanceOf(AssertionError.class);
    }

    @Test
    void nd4jIsKnownToItsEngineAlone() {
        outside("nd4j", "org.nd4j..", "org.bytedeco..").check(CLASSES);
    }

    @Test
    void guiceAndVavrAreKnownToTheDslAlone() {
        outside("dsl", "com.google.inject..", "io.vavr..").check(CLASSES);
    }

    @Test
    void usersOfTheDslMeetNeitherGuiceNorVavr() {
        List<String> met = CLASSES.that(JavaClass.Predicates.resideInAPackage("org.gan4j.dsl..")).stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getSimpleName().equals("GanModule"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> method.getRawParameterTypes().stream().anyMatch(ArchitectureTest::isInner)
                        || isInner(method.getRawReturnType()))
                .map(method -> method.getFullName())
                .toList();
        assertThat(met).isEmpty();
    }

    private static boolean isInner(JavaClass type) {
        return type.getPackageName().startsWith("com.google.inject")
                || type.getPackageName().startsWith("io.vavr");
    }

    private static ArchRule outside(String module, String... packages) {
        return noClasses()
                .that()
                .resideInAPackage("org.gan4j..")
                .and()
                .resideOutsideOfPackage(inside(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
