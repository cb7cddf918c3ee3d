package org.gan4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Enforces the allowed dependencies between modules. */
class ArchitectureTest {
    /** The modules that each module may depend on, in addition to itself. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("tensor", List.of()),
            Map.entry("nd4j", List.of("tensor")),
            Map.entry("api", List.of("tensor")),
            Map.entry("losses", List.of("tensor", "api", "architectures")),
            Map.entry("architectures", List.of("tensor", "api")),
            Map.entry("data", List.of("tensor", "api")),
            Map.entry("metrics", List.of("tensor", "api", "architectures")),
            Map.entry("tables", List.of("tensor", "api", "data", "metrics")),
            Map.entry("apps", List.of("tensor", "api", "losses", "architectures", "data", "metrics")),
            Map.entry("provenance", List.of("tensor", "api", "data")),
            Map.entry("training", List.of("tensor", "api")),
            Map.entry("report", List.of("tensor", "api", "data", "training")),
            Map.entry(
                    "dsl",
                    List.of(
                            "tensor",
                            "api",
                            "losses",
                            "architectures",
                            "data",
                            "metrics",
                            "provenance",
                            "training",
                            "report")),
            Map.entry(
                    "export",
                    List.of("tensor", "api", "architectures", "data", "provenance", "apps", "training", "dsl")),
            Map.entry("serve", List.of("tensor", "api", "data", "apps", "training", "report", "dsl", "provenance")),
            Map.entry("testkit", List.of("tensor", "api")),
            Map.entry("shell", List.of("tensor", "api", "data", "dsl")),
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
                            "tables",
                            "provenance",
                            "training",
                            "report",
                            "apps",
                            "dsl",
                            "export",
                            "serve",
                            "shell")));

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
    void aModuleDependsOnAllowedModulesOnly(String module) {
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
    void onlyItsEngineUsesNd4j() {
        outside("nd4j", "org.nd4j..", "org.bytedeco..").check(CLASSES);
    }

    @Test
    void onlyTheServerUsesJetty() {
        outside("serve", "org.eclipse.jetty..").check(CLASSES);
    }

    @Test
    void onlyTheAssessmentOfTablesUsesTribuo() {
        outside("tables", "org.tribuo..").check(CLASSES);
    }

    @Test
    void onlyTheExportUsesTheMessagesOfOnnx() {
        outside("export", "ai.onnx..", "com.google.protobuf..").check(CLASSES);
    }

    @Test
    void onlyTheDslUsesGuiceAndVavr() {
        outside("dsl", "com.google.inject..", "io.vavr..").check(CLASSES);
    }

    @Test
    void thePublicDslExposesNeitherGuiceNorVavr() {
        List<String> exposed = CLASSES.that(JavaClass.Predicates.resideInAPackage("org.gan4j.dsl..")).stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getSimpleName().equals("GanModule"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> method.getRawParameterTypes().stream().anyMatch(ArchitectureTest::isInner)
                        || isInner(method.getRawReturnType()))
                .map(method -> method.getFullName())
                .toList();
        assertThat(exposed).isEmpty();
    }

    /** Tensors are made of ops whose gradient rules are made of tensors: the packages of gan-tensor are one knot. */
    private static ArchRule noCycles() {
        return slices().matching("org.gan4j.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(
                        JavaClass.Predicates.resideInAPackage(inside("tensor")),
                        JavaClass.Predicates.resideInAPackage(inside("tensor")));
    }

    @Test
    void packagesKnowEachOtherInOneDirectionOnly() {
        noCycles().check(CLASSES);
    }

    @Test
    void theRuleAgainstCyclesSeesThePackagesOfEachModule() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
                .contains("org.gan4j.api.game", "org.gan4j.dsl.plugin", "org.gan4j.apps.labels")
                .hasSizeGreaterThan(30);
        ArchRule amongTensors = slices().matching("org.gan4j.(**)").should().beFreeOfCycles();
        assertThatThrownBy(() -> amongTensors.check(CLASSES)).isInstanceOf(AssertionError.class);
    }

    @Test
    void internalPackagesAreUsedByTheirOwnModuleAlone() {
        for (String module : modules()) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(inside(module))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.gan4j." + module + "..internal..")
                    .check(CLASSES);
        }
        assertThat(CLASSES.that(JavaClass.Predicates.resideInAPackage("org.gan4j.nd4j.internal..")))
                .isNotEmpty();
    }

    @Test
    void noPackageOfTheContractsHasMoreThanTwentyTypes() {
        Map<String, Long> types = CLASSES.that(JavaClass.Predicates.resideInAPackage(inside("api"))).stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(types)
                .hasSizeGreaterThan(9)
                .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(20));
    }

    @Test
    void everyPackageSaysWhatLivesInIt() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            List<Path> packages = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/java/org/gan4j/"))
                    .filter(file -> file.toString().matches("\\.\\./gan-[^/]+/src/.*"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
            assertThat(packages).hasSizeGreaterThan(40).allSatisfy(folder -> assertThat(
                            folder.resolve("package-info.java"))
                    .isRegularFile());
        }
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
