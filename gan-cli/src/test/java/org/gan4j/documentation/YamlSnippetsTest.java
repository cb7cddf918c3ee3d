package org.gan4j.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gan4j.cli.study.StudyFile;
import org.gan4j.dsl.experiment.Experiment;
import org.gan4j.dsl.experiment.InvalidExperimentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the YAML of all pages to the code: each piece is read as the part of an experiment, or as a study. */
class YamlSnippetsTest {
    @TempDir
    private Path folder;

    static Stream<Page> pages() {
        return Page.all().stream().filter(page -> !page.blocks("yaml").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void settingsAreRead(Page page) throws IOException {
        for (Page.Block block : page.blocks("yaml")) {
            try {
                read(block.code());
            } catch (InvalidExperimentException problems) {
                throw new AssertionError(page + ":" + block.line() + ": " + problems.getMessage(), problems);
            }
        }
    }

    private void read(String code) throws IOException {
        Path file = Files.writeString(folder.resolve("read.yaml"), completed(code));
        if (StudyFile.isStudy(file)) {
            assertThat(StudyFile.read(file).arms()).isNotEmpty();
        } else {
            assertThat(Experiment.read(file).spec().data()).isNotNull();
        }
    }

    /** Adds the keys that an experiment needs, and that this piece leaves out. */
    private static String completed(String code) {
        if (has(code, "base")) {
            return code;
        }
        StringBuilder whole = new StringBuilder(code);
        if (!has(code, "data")) {
            whole.append("data: fashion-mnist\n");
        }
        if (!has(code, "application")) {
            for (String key : new String[] {"generator: dcgan", "critic: dcgan", "loss: non-saturating"}) {
                if (!has(code, key.substring(0, key.indexOf(':')))) {
                    whole.append(key).append('\n');
                }
            }
        }
        return whole.toString();
    }

    private static boolean has(String code, String key) {
        return code.lines().anyMatch(line -> line.startsWith(key + ":"));
    }

    @Test
    void aKeyThatDoesNotExistIsNoticed() {
        assertThatThrownBy(() -> read("evaluate-evry: 500\n")).isInstanceOf(InvalidExperimentException.class);
    }
}
