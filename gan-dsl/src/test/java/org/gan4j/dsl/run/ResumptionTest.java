package org.gan4j.dsl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.data.DataFile;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.data.numbers.CsvFile;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.LoadRequest;
import org.gan4j.losses.LossPresets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is resumed after its settings or its data were changed. */
class ResumptionTest {
    @TempDir
    private Path folder;

    private Path run;
    private Path table;

    @BeforeEach
    void trainOneStep() throws IOException {
        run = folder.resolve("run");
        table = folder.resolve("table.csv");
        writeRows("cat", "dog", "cat", "dog");
        train(CsvFile.of(table).withLabel("kind"), run);
    }

    private static void train(CsvFile data, Path into) {
        try (Gan gan = Gan.builder()
                .generator(Mlp.generator().width(4))
                .critic(Mlp.critic().width(4))
                .loss(LossPresets.NON_SATURATING)
                .data(data)
                .engine("reference")
                .batchSize(2)
                .seed(3)
                .runDirectory(into)
                .build()) {
            gan.train(steps(1));
        }
    }

    private void writeRows(String... kinds) throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,y,kind"));
        for (int i = 0; i < kinds.length; i++) {
            lines.add(i + "," + -i + "," + kinds[i]);
        }
        Files.write(table, lines);
    }

    private void edit(String before, String after) throws IOException {
        String text = Files.readString(run.resolve("experiment.yaml"));
        assertThat(text).contains(before);
        Files.writeString(run.resolve("experiment.yaml"), text.replace(before, after));
    }

    private void resume(String... overrides) {
        try (Gan gan = Gan.load(LoadRequest.of(run).overriding(overrides))) {
            gan.train(steps(1));
        }
    }

    @Test
    void goesOnIfNothingHasChanged() throws IOException {
        resume();
        assertThat(Files.readAllLines(run.resolve("history.jsonl")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("\"settings\":{", "\"overridden\":[]"))
                .last()
                .asString()
                .contains("\"from\":1,\"until\":2");
    }

    @Test
    void refusesChangedSettingsAndListsAllOfThem() throws IOException {
        edit("batch-size: 2", "batch-size: 3");
        edit("seed: 3", "seed: 4");
        assertThatThrownBy(this::resume)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the run " + run + " cannot go on, because it was trained with other settings")
                .hasMessageContaining("--override batch-size,seed")
                .hasMessageContaining("\n  batch-size: 2 in the run, 3 now")
                .hasMessageContaining("\n  seed: 3 in the run, 4 now");
        assertThat(run.resolve("experiment.yaml")).content().contains("batch-size: 3");
    }

    @Test
    void namesTheSettingOfAComponent() throws IOException {
        edit("scaling: AUTO", "scaling: NONE");
        assertThatThrownBy(this::resume).hasMessageContaining("data.scaling: AUTO in the run, NONE now");
    }

    @Test
    void namesChangedSettingsEvenIfTheDataCannotBeReadByThem() throws IOException {
        edit("label: kind", "label: x");
        edit("batch-size: 2", "batch-size: 3");
        assertThatThrownBy(this::resume)
                .hasMessageContaining("batch-size: 2 in the run, 3 now")
                .hasMessageContaining("data.label: kind in the run, x now");
    }

    @Test
    void takesOverNamedSettingsAndRecordsThem() throws IOException {
        edit("batch-size: 2", "batch-size: 3");
        resume("batch-size");
        resume();
        assertThat(Files.readAllLines(run.resolve("history.jsonl")).get(1))
                .contains("\"overridden\":[\"batch-size: 2 in the run, 3 now\"]");
    }

    @Test
    void takesOverNothingElse() throws IOException {
        edit("batch-size: 2", "batch-size: 3");
        assertThatThrownBy(() -> resume("seed")).hasMessageContaining("--override batch-size\n");
    }

    @Test
    void refusesAnOverrideThatIsNoSetting() {
        assertThatThrownBy(() -> resume("bach-size"))
                .hasMessage("there is no setting bach-size to override; did you mean batch-size?");
    }

    @Test
    void refusesChangedDataWhoseLabelsMeanOtherClasses() throws IOException {
        writeRows("cat", "ant", "dog", "cat", "dog");
        assertThatThrownBy(this::resume)
                .hasMessageContaining("it was trained with other data: restore them")
                .hasMessageContaining("--override data")
                .hasMessageContaining("data: 4 samples in the run, 5 now")
                .hasMessageContaining("data: the classes cat, dog in the run, ant, cat, dog now");
        resume("data");
    }

    @Test
    void namesFilesThatAreNewGoneOrOfAnotherLength() {
        DataDigest then = new DataDigest(3, List.of(), List.of(file("a", 1), file("b", 2), file("c", 3)));
        DataDigest now = new DataDigest(3, List.of(), List.of(file("a", 1), file("c", 1234), file("d", 4)));
        assertThat(then.differences(now))
                .containsExactly(
                        "1 file is new (d)",
                        "1 file is gone (b)",
                        "1 file is of another length (c: 3 bytes, 1,234 now)");
        assertThat(then.differences(DataDigest.of(then.json()))).isEmpty();
    }

    private static DataFile file(String name, long bytes) {
        return new DataFile(name, bytes);
    }

    @Test
    void recordsAbsolutePathsSoThatItResumesFromAnotherFolder() {
        Path relative = Path.of("").toAbsolutePath().relativize(table.toAbsolutePath());
        Path other = folder.resolve("other");
        train(CsvFile.of(relative).withLabel("kind"), other);
        assertThat(other.resolve("experiment.yaml")).content().contains("path: " + table.toAbsolutePath());
    }

    @Test
    void aRunOfAnEarlierVersionWithoutAHistoryGoesOn() throws IOException {
        Files.delete(run.resolve("history.jsonl"));
        edit("batch-size: 2", "batch-size: 3");
        resume();
        assertThat(run.resolve("history.jsonl")).content().hasLineCount(1);
    }
}
