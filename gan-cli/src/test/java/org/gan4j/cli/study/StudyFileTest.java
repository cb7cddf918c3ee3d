package org.gan4j.cli.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyFileTest {
    @TempDir
    private Path folder;

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("study.yaml"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"010", "1_000", "0x10", "yes"})
    void whatVersionsOfYamlReadDifferentlyIsRefused(String value) throws IOException {
        Path file = written("base: tiny\nset: {batch-size: " + value + "}\n");
        assertThatThrownBy(() -> StudyFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ", line 2: the ")
                .hasMessageContaining(value);
        assertThatThrownBy(() -> SettingText.node(value))
                .hasMessageStartingWith("the value " + value)
                .hasMessageContaining("version");
    }

    @Test
    void aKeyThatOccursTwiceIsRefused() throws IOException {
        Path file = written("base: tiny\nsteps: 1\nsteps: 2\n");
        assertThatThrownBy(() -> StudyFile.read(file)).hasMessageContaining("the key steps occurs twice: keep one");
    }

    @Test
    void readsTheStudiesOfTheDocumentation() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../docs/studies"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".yaml")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(StudyFile.read(file).arms()).isNotEmpty());
        }
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        StudyPlan plan = StudyFile.read(written(String.join(
                "\n",
                "base: tiny",
                "set: {batch-size: 10, ema: 1e-7, engine: '010', summary: '1_000', generator: {name: mlp, layers: [1, 2]}}",
                "vary: {loss: [wgan, 'yes'], seed: [12345678901]}",
                "arms: [{name: '1e3', set: {transforms: []}}]",
                "seeds: [3, 12345678901]",
                "steps: 40")));
        StudyPlan again = StudyFile.read(written(StudyFile.text(plan)));
        assertThat(again).isEqualTo(plan);
        assertThat(plan.settings().get("engine").isTextual()).isTrue();
        assertThat(plan.settings().get("batch-size").asInt()).isEqualTo(10);
        assertThat(plan.seeds()).containsExactly(3L, 12345678901L);
        assertThat(StudyFile.difference(StudyFile.text(plan), StudyFile.text(again)))
                .isEmpty();
    }

    @Test
    void aTextThatIsMoreThanAValueIsRefused() {
        assertThatThrownBy(() -> SettingText.node("1\nother: 2")).hasMessageContaining("give one value of YAML");
        assertThatThrownBy(() -> SettingText.node("")).hasMessageContaining("a value of the study is empty");
    }
}
