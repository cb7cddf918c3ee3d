package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @Test
    void aloneItPrintsHelp() {
        Ran ran = gan();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("Usage: gan").contains("train", "sample", "env", "classpath", "./gan train");
        assertThat(ran.err()).isEmpty();
        assertThat(gan("--help").out()).isEqualTo(ran.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train",
                "study",
                "sample",
                "evaluate",
                "compare",
                "rate",
                "privacy",
                "detect",
                "classify",
                "upscale",
                "translate",
                "refine",
                "generate",
                "serve",
                "list",
                "explain",
                "shell",
                "env",
                "classpath"
            })
    void everyCommandHasHelpWithAnExampleThatFitsATerminal(String command) {
        Ran ran = gan(command, "--help");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("Usage: gan " + command).contains("Example", "./gan " + command);
        assertThat(ran.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(gan(command, "--version").out()).startsWith("Gan4J ");
    }

    @Test
    void theHelpOfTrainListsTheRecipes() {
        StringWriter out = new StringWriter();
        Main.run(
                () -> ComponentRegistry.onClassPath().recipes(),
                new PrintWriter(out),
                new PrintWriter(out),
                "train",
                "--help");
        assertThat(out.toString().lines())
                .contains(
                        "  dcgan           small DCGAN at two learning rates, on clothes, 4500 steps",
                        "  gan-mlp         the original GAN's linear layers, on clothes, 10000 steps",
                        "  wgan            dcgan's networks, Wasserstein loss with clipping, 1000 steps",
                        "  wgan-gp         dcgan's networks, Wasserstein loss with penalty, 1000 steps",
                        "  resnet          residual networks, non-saturating loss, on clothes, 2000 steps",
                        "  conditional     class-conditional dcgan, on clothes, 3000 steps",
                        "  semi-supervised a classifier from 100 labels, on clothes, 3000 steps")
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void listPrintsOneLinePerName() {
        assertThat(gan("list", "recipes").out())
                .isEqualTo("tiny    two channels, 3 steps\nabsurd  a learning rate of 1e30, 3 steps\n");
        assertThat(gan("list", "engines").out()).contains("reference").contains("; the default");
        assertThat(gan("list", "losses").out().lines())
                .anyMatch(line -> line.startsWith("wgan-gp "))
                .anyMatch(line -> line.startsWith("wasserstein "))
                .allMatch(line -> line.matches("\\S+ +\\S.*") && line.length() <= 100);
        assertThat(gan("list").out())
                .contains("recipes\n  tiny", "losses\n  ", "architectures\n  ", "datasets\n  ", "engines\n  ");
    }

    @Test
    void theFormerWordForRecipesIsReadWithAWarning() {
        assertThat(gan("list", "presets"))
                .isEqualTo(new Ran(
                        0, gan("list", "recipes").out(), "gan: presets is now called recipes: please write recipes\n"));
        assertThat(gan("list", "recipes").err()).isEmpty();
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheNearest() {
        assertThat(gan("trian")).isEqualTo(new Ran(2, "", """
                        gan: Unmatched argument at index 0: 'trian'
                        Did you mean: gan translate or gan train or gan verify?
                        Try 'gan --help'.
                        """));
    }

    @Test
    void envPrintsVersionsAndEngines() {
        Ran ran = gan("env");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains(
                        "Gan4J   ",
                        "Java    " + System.getProperty("java.runtime.version"),
                        "heap    at most ",
                        "system  " + System.getProperty("os.name"),
                        " (preferred): ",
                        "engine  reference");
    }

    @Test
    void classpathIsThatOfThisJava() {
        assertThat(gan("classpath")).isEqualTo(new Ran(0, System.getProperty("java.class.path") + "\n", ""));
    }
}
