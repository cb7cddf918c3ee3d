package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gan4j.documentation.Page;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Holds docs/commands.md to the help of the commands. Set GAN4J_WRITE_GOLDEN to rewrite it, then review the diff. */
class CommandReferenceTest {
    private static final Path PAGE = Page.ROOT.resolve("docs/commands.md");
    private static final int WIDTH = 110;

    @Test
    void thePageHasTheHelpOfEachCommand() throws IOException {
        if (System.getenv("GAN4J_WRITE_GOLDEN") != null) {
            Files.writeString(PAGE, text());
        }
        assertThat(PAGE).content().isEqualTo(text());
    }

    private static String text() {
        StringBuilder page = new StringBuilder();
        page.append("""
                # Commands

                The help that `./gan COMMAND --help` prints, written by CommandReferenceTest. The keys of `--set` are in [experiment.md](experiment.md).

                `source <(./gan completion)` lets Tab complete commands and options, in Bash and Zsh. `mvn -Pman -DskipTests -pl gan-cli -am package` writes man
                pages, which `man -l gan-cli/target/man/gan-train.1` shows.
                """);
        for (Map.Entry<String, CommandLine> each :
                Main.commandLine().getSubcommands().entrySet()) {
            page.append("\n## ").append(each.getKey()).append("\n\n```\n");
            CommandLine command = each.getValue().setUsageHelpWidth(WIDTH);
            command.getUsageMessage(Ansi.OFF)
                    .stripTrailing()
                    .lines()
                    .map(String::stripTrailing)
                    .forEach(line -> page.append(line).append('\n'));
            page.append("```\n");
        }
        return page.toString();
    }
}
