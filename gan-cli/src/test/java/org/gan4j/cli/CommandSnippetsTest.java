package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gan4j.documentation.Page;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * Holds the commands of all pages to the code. Each {@code ./gan} is parsed, with its recipe and settings; of each Maven
 * command, the modules, profiles and tests exist; scripts exist. Nothing is run.
 */
class CommandSnippetsTest {
    private static final Pattern INLINE = Pattern.compile("`((?:\\./gan|mvn|scripts/)[^`\n]*)`");
    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|(\\S+)");
    private static final Pattern ASSIGNMENTS = Pattern.compile("^(?:\\$ )?(?:[A-Z][A-Z0-9_]*=\\S+ )*");
    private static final List<String> OTHER_PROGRAMS = List.of("bench");

    static Stream<Page> pages() {
        return Page.all().stream()
                .filter(page -> !typed(page).isEmpty() || !mentioned(page).isEmpty());
    }

    /** Returns the commands in its blocks without a language. */
    private static List<String> typed(Page page) {
        List<String> lines = new ArrayList<>();
        page.blocks("").forEach(block -> block.code()
                .replace("\\\n", " ")
                .lines()
                .map(line -> ASSIGNMENTS.matcher(line.strip()).replaceFirst("").replaceFirst("\\s+#.*$", ""))
                .forEach(lines::add));
        return lines.stream()
                .filter(line -> line.startsWith("./gan") || line.startsWith("mvn ") || line.startsWith("scripts/"))
                .toList();
    }

    /** Returns the commands in its text. */
    private static List<String> mentioned(Page page) {
        return INLINE.matcher(page.text()).results().map(code -> code.group(1)).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandsAreThoseThatExist(Page page) throws IOException {
        for (String line : typed(page)) {
            require(page, line, false);
        }
        for (String line : mentioned(page)) {
            require(page, line, true);
        }
    }

    private static void require(Page page, String line, boolean mentioned) throws IOException {
        List<String> words = words(line);
        switch (words.get(0)) {
            case "./gan" -> requireParsed(page, line, words.subList(1, words.size()), mentioned);
            case "mvn" -> requireParts(page, line, words);
            default ->
                assertThat(Page.ROOT.resolve(words.get(0)))
                        .as(page + ": " + line)
                        .exists();
        }
    }

    /** Splits a line like a shell, up to a redirection or the next command. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find() && !List.of(">", "|", "&&").contains(matcher.group())) {
            MatchResult word = matcher.toMatchResult();
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words;
    }

    private static void requireParsed(Page page, String line, List<String> words, boolean mentioned) {
        if (words.isEmpty() || words.contains("...") || OTHER_PROGRAMS.contains(words.get(0))) {
            return; // a part of a command, or one of another program
        }
        List<String> numbered =
                words.stream().map(word -> word.equals("N") ? "1" : word).toList();
        try {
            CommandLine gan = Main.commandLine();
            ParseResult parsed = gan.parseArgs(numbered.toArray(String[]::new));
            if (parsed.hasSubcommand() && recipeCanBeRead(words)) {
                parsed.subcommand().commandSpec().mixins().values().forEach(mixin -> {
                    if (mixin.userObject() instanceof RecipeChoice choice) {
                        choice.of(ComponentRegistry.onClassPath().recipes());
                    }
                });
            }
        } catch (CommandLine.PicocliException | IllegalArgumentException problem) {
            if (mentioned && problem instanceof CommandLine.MissingParameterException) {
                return; // in a sentence, the name of a command is enough
            }
            throw new AssertionError(page + ": " + line + ": " + problem.getMessage(), problem);
        }
    }

    /** Whether it needs no files of a reader. */
    private static boolean recipeCanBeRead(List<String> words) {
        return words.stream()
                .noneMatch(word -> word.equals("--data")
                        || word.startsWith("--resume")
                        || word.endsWith(".yaml")
                        || word.contains("minilm")
                        || word.matches("[A-Z|]+"));
    }

    private static void requireParts(Page page, String line, List<String> words) throws IOException {
        String profiles = profiles();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            if (word.equals("-pl")) {
                assertThat(Arrays.stream(next.split(",")).map(Page.ROOT::resolve))
                        .as(page + ": " + line)
                        .allMatch(Files::isDirectory);
            } else if (word.equals("-f")) {
                assertThat(Page.ROOT.resolve(next)).as(page + ": " + line).exists();
            } else if (word.startsWith("-P")) {
                assertThat(word.substring(2).split(","))
                        .as(page + ": " + line)
                        .allMatch(profile -> profiles.contains("<id>" + profile + "</id>"));
            } else if (word.startsWith("-Dtest=")) {
                for (String test : word.substring("-Dtest=".length()).split(",")) {
                    assertThat(tests(test.replaceFirst("#.*", "")))
                            .as(page + ": " + line)
                            .isTrue();
                }
            }
        }
    }

    /** Returns the text of all poms. */
    private static String profiles() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> poms = Files.find(Page.ROOT.normalize(), 2, (file, kind) -> file.endsWith("pom.xml"))) {
            for (Path pom : poms.toList()) {
                text.append(Files.readString(pom));
            }
        }
        return text.toString();
    }

    private static boolean tests(String name) throws IOException {
        try (Stream<Path> files =
                Files.find(Page.ROOT.normalize(), 20, (file, kind) -> file.endsWith(name + ".java"))) {
            return files.findAny().isPresent();
        }
    }
}
