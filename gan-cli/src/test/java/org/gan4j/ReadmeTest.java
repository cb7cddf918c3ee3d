package org.gan4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the README to the code: its programs compile, and its links lead somewhere. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("`((?:org|java)[.][a-z0-9.]+[.](?:\\*|[A-Z]\\w+))`");
    /** What a reader has at hand. */
    private static final String CONTEXT = """
            class Snippet {
                void run(org.gan4j.dsl.Gan gan, org.gan4j.tensor.TensorData images, org.gan4j.tensor.TensorData samples,
                        org.gan4j.tensor.TensorData target, org.gan4j.tensor.TensorData image) throws Exception {
                    %s
                }
            }
            """;

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");

    @TempDir
    private Path classes;

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    private static List<String> javaBlocks() throws IOException {
        return JAVA.matcher(readme()).results().map(block -> block.group(1)).toList();
    }

    @Test
    void beginsWithAnExampleProgramAsItIs() throws IOException {
        assertThat(javaBlocks().get(0)).isEqualTo(Files.readString(ROOT.resolve("examples/Clothes.java")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Clothes", "FewLabels", "WassersteinEstimate"})
    void examplesCompile(String name) throws IOException {
        assertThat(problems(name, Files.readString(ROOT.resolve("examples/" + name + ".java"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"record R1", "record MyLeastSquares", "class MyPlugin", "class MyLeastSquaresTest"})
    void componentsOfYourOwnCompile(String declaration) throws IOException {
        List<String> blocks = javaBlocks();
        String loss = block(blocks, "record MyLeastSquares");
        assertThat(problems("MyLeastSquares", loss)).isEmpty();
        String name = declaration.substring(declaration.indexOf(' ') + 1);
        assertThat(problems(name, block(blocks, declaration))).isEmpty();
    }

    /** The imports are those that the text before the program names in code. */
    @ParameterizedTest
    @ValueSource(strings = {"docs/evaluation.md", "docs/metrics.md"})
    void programsOfAPageCompileWithTheImportsThatItNames(String page) throws IOException {
        String text = Files.readString(ROOT.resolve(page));
        Matcher programs = JAVA.matcher(text);
        while (programs.find()) {
            String before = text.substring(0, programs.start()).strip();
            String paragraph = before.substring(before.lastIndexOf("\n\n") + 1);
            String imports = IMPORT.matcher(paragraph)
                    .results()
                    .map(name -> "import " + name.group(1) + ";\n")
                    .collect(Collectors.joining());
            assertThat(problems("Snippet", imports + CONTEXT.formatted(programs.group(1))))
                    .as(page + ": " + programs.group(1))
                    .isEmpty();
        }
    }

    private static String block(List<String> blocks, String declaration) {
        return blocks.stream()
                .filter(block -> block.contains(declaration))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aProgramThatDoesNotCompileIsNoticed() {
        assertThat(problems("Wrong", "class Wrong { Nothing known; }")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "CONTRIBUTING.md",
                "docs/applications.md",
                "docs/data.md",
                "docs/diagnosis.md",
                "docs/engine.md",
                "docs/evaluation.md",
                "docs/experiment.md",
                "docs/glossary.md",
                "docs/jshell.md",
                "docs/losses.md",
                "docs/metrics.md",
                "docs/performance.md",
                "docs/rating.md",
                "docs/reliability.md",
                "docs/results.md",
                "docs/serving.md",
                "docs/studies.md"
            })
    void linksLeadSomewhere(String page) throws IOException {
        Path file = ROOT.resolve(page);
        Matcher links = LINK.matcher(Files.readString(file));
        while (links.find()) {
            assertThat(file.resolveSibling(links.group(1)))
                    .as(page + " links to " + links.group(1))
                    .exists();
        }
    }

    private List<String> problems(String name, String source) {
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = Stream.of(
                        "-proc:none",
                        "-d",
                        classes.toString(),
                        "-cp",
                        System.getProperty("java.class.path") + ":" + classes)
                .toList();
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, options, null, List.of(file))
                .call();
        return compiled
                ? List.of()
                : found.getDiagnostics().stream().map(Object::toString).toList();
    }
}
