package org.gan4j.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.shell.StartUp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the Java of all pages to the code: it compiles. */
class JavaSnippetsTest {
    private static final Pattern IMPORT = Pattern.compile("`((?:org|java)[.][a-z0-9.]+[.](?:\\*|[A-Z]\\w+))`");
    private static final Pattern DECLARATION =
            Pattern.compile("(?:public |final |static )*(?:class|record|interface|enum) (\\w+)");

    /** What a reader has at hand; a program may declare variables of the same names. */
    private static final String FIELDS =
            "Gan gan; BufferedImage image, drawing, horse; TensorData samples; Tensor x; Variable w;";

    /** Where pages speak of other things by these names. */
    private static final Map<String, String> FIELDS_OF_PAGES =
            Map.of("docs/metrics.md", "TensorData image, images, samples, target;");

    /** What JShell does not import at start: what few programs need. */
    private static final String FURTHER_IMPORTS = """
            import java.awt.image.BufferedImage;
            import java.util.concurrent.CountDownLatch;
            import org.gan4j.serve.*;
            """;

    @TempDir
    private Path classes;

    private List<String> problems(String name, String source) {
        return new JavaCompilation(classes).problems(name, source);
    }

    @Test
    void theReadmeBeginsWithAnExampleProgramAsItIs() throws IOException {
        assertThat(Page.of("README.md").blocks("java").get(0).code())
                .isEqualTo(Files.readString(Page.ROOT.resolve("examples/Clothes.java")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Clothes", "FewLabels", "WassersteinEstimate"})
    void examplesCompile(String name) throws IOException {
        assertThat(problems(name, Files.readString(Page.ROOT.resolve("examples/" + name + ".java"))))
                .isEmpty();
    }

    static Stream<Page> pages() {
        return Page.all().stream().filter(page -> !page.blocks("java").isEmpty());
    }

    /** Those with imports as they are, in order, since later ones may use earlier ones; others with the imports of JShell and of their page. */
    @ParameterizedTest
    @MethodSource("pages")
    void programsCompile(Page page) {
        for (Page.Block block : page.blocks("java")) {
            boolean whole = block.code().startsWith("import ");
            List<String> problems = whole
                    ? problems(declared(block.code()), block.code())
                    : problems("Snippet", surrounded(page, block.code()));
            assertThat(problems).as(page + ":" + block.line()).isEmpty();
        }
    }

    /** Returns the imports of the names in a text. */
    private static String named(String text) {
        return IMPORT.matcher(text)
                .results()
                .map(name -> "import " + name.group(1) + ";\n")
                .distinct()
                .collect(Collectors.joining());
    }

    private static String declared(String code) {
        Matcher declaration = DECLARATION.matcher(code);
        assertThat(declaration.find()).as(code).isTrue();
        return declaration.group(1);
    }

    private static String surrounded(Page page, String code) {
        String imports = StartUp.script()
                        .lines()
                        .filter(line -> line.startsWith("import "))
                        .collect(Collectors.joining("\n", "", "\n"))
                + FURTHER_IMPORTS
                + named(page.text());
        boolean members = DECLARATION.matcher(code).lookingAt();
        String end = code.strip().endsWith(";") || code.strip().endsWith("}") ? "" : ";";
        String fields = FIELDS_OF_PAGES.getOrDefault(page.toString(), FIELDS);
        return imports + "class Snippet {\n"
                + (members ? code : fields + "\nvoid run() throws Exception {\n" + code + end + "\n}\n") + "}\n";
    }

    /** The imports are those that the text before the program names in code. */
    @ParameterizedTest
    @ValueSource(strings = {"docs/evaluation.md", "docs/metrics.md"})
    void programsOfAPageCompileWithTheImportsThatItNames(String path) {
        Page page = Page.of(path);
        for (Page.Block block : page.blocks("java")) {
            String before = block.before().strip();
            String paragraph = before.substring(before.lastIndexOf("\n\n") + 1);
            String imports = named(paragraph);
            String context = """
                    class Snippet {
                        void run(org.gan4j.dsl.Gan gan, org.gan4j.tensor.TensorData images, org.gan4j.tensor.TensorData samples,
                                org.gan4j.tensor.TensorData target, org.gan4j.tensor.TensorData image) throws Exception {
                            %s
                        }
                    }
                    """;
            assertThat(problems("Snippet", imports + context.formatted(block.code())))
                    .as(page + ":" + block.line())
                    .isEmpty();
        }
    }

    /** Guice, Vavr and ND4J are means of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"examples", "archetype/src"})
    void programsOfUsersNeedNoLibraryOfOurs(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Page.ROOT.resolve(folder))) {
            List<Path> programs =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(programs).isNotEmpty().allSatisfy(file -> assertThat(file)
                    .content()
                    .doesNotContain("com.google.inject", "io.vavr", "org.nd4j"));
        }
    }

    @Test
    void aProgramThatDoesNotCompileIsNoticed() {
        assertThat(problems("Wrong", "class Wrong { Nothing known; }")).isNotEmpty();
    }
}
