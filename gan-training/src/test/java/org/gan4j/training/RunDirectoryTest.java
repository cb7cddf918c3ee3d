package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.training.TinyGame.X;
import static org.gan4j.training.TinyGame.game;
import static org.gan4j.training.TinyGame.player;
import static org.gan4j.training.TinyGame.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gan4j.api.game.Objective;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.training.NonFiniteException;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    /** x falls by 0.5 per step; the logarithm is finite for four steps. */
    private static final Objective ENDING = update -> {
        Tensor x = update.apply(X, Tensor.zeros());
        return List.of(
                Term.of("descent", x),
                Term.of("end", x.stopGradient().add(0.7).log().mul(0)));
    };

    @TempDir
    Path folder;

    @Test
    void refusesAFolderThatIsNotEmpty() throws IOException {
        Files.writeString(folder.resolve("precious.txt"), "kept");
        assertThatThrownBy(() -> RunDirectory.create(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not empty");
    }

    @Test
    void refusesAPathBelowAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> RunDirectory.create(file.resolve("run")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot create")
                .hasMessageContaining("another path");
    }

    @Test
    void saysWhenAFolderIsNotARun() {
        assertThatThrownBy(() -> RunDirectory.open(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no experiment.yaml");
    }

    @Test
    void aRunThatFailsKeepsTheLastGoodCheckpointAndAllMetrics() throws IOException {
        RunDirectory run = RunDirectory.create(folder.resolve("run"));
        try (Session session = new ReferenceEngine().open()) {
            assertThatThrownBy(() -> new GameTrainer(session)
                            .train(training(
                                    game(player(X, ENDING, 1)),
                                    0,
                                    9,
                                    new MetricsLog(run.metrics()),
                                    new CheckpointWriter(session, run, 2, Set.of()))))
                    .isInstanceOf(NonFiniteException.class)
                    .hasMessageStartingWith("step 5:");
        }
        assertThat(run.allCheckpoints())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("step-000000.safetensors", "step-000002.safetensors", "step-000004.safetensors");
        Checkpoint last = Checkpoint.read(WholeCheckpoint.newestFile(run).orElseThrow());
        assertThat(last.step()).isEqualTo(4);
        assertThat(last.variables().get("x/value")).isEqualTo(TensorData.scalar(-1f));
        assertThat(Files.readAllLines(run.metrics()))
                .hasSize(4)
                .last()
                .asString()
                .startsWith("{\"step\":4,\"loss.x\":-0.5,\"loss.x.descent\":-0.5,\"loss.x.end\":");
    }

    @Test
    void noCheckpointHasAValueThatIsNotFinite() {
        RunDirectory run = RunDirectory.create(folder.resolve("run"));
        try (Session session = new ReferenceEngine().open()) {
            TrainingListener spoiling = new TrainingListener() {
                @Override
                public void stepped(Progress progress) {
                    if (progress.step() == 3) { // no loss and no gradient of this step sees it
                        session.set(X.passes(), TensorData.scalar(Float.NEGATIVE_INFINITY));
                    }
                }
            };
            assertThatThrownBy(() -> new GameTrainer(session)
                            .train(training(
                                    game(player(
                                            X, update -> List.of(Term.of("d", update.apply(X, Tensor.zeros()))), 1)),
                                    0,
                                    9,
                                    spoiling,
                                    new CheckpointWriter(session, run, 1, Set.of()))))
                    .isInstanceOf(NonFiniteException.class)
                    .hasMessageStartingWith(
                            "step 3: the variable x/passes became -Infinity, so training stopped and wrote"
                                    + " no checkpoint.");
        }
        assertThat(run.allCheckpoints()).containsExactly(run.checkpoint(0), run.checkpoint(1), run.checkpoint(2));
    }

    @Test
    void keepsTheLatestThreeCheckpoints() {
        RunDirectory run = RunDirectory.create(folder.resolve("run"));
        Objective descent = update -> List.of(Term.of("descent", update.apply(X, Tensor.zeros())));
        try (Session session = new ReferenceEngine().open()) {
            new GameTrainer(session)
                    .train(training(
                            game(player(X, descent, 1)), 0, 7, new CheckpointWriter(session, run, 2, Set.of())));
        }
        assertThat(run.allCheckpoints())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("step-000004.safetensors", "step-000006.safetensors", "step-000007.safetensors");
    }

    @Test
    void keepsTheCheckpointsAtTheEndsOfPhases() {
        RunDirectory run = RunDirectory.create(folder.resolve("run"));
        Objective descent = update -> List.of(Term.of("descent", update.apply(X, Tensor.zeros())));
        try (Session session = new ReferenceEngine().open()) {
            new GameTrainer(session)
                    .train(training(
                            game(player(X, descent, 1)), 0, 8, new CheckpointWriter(session, run, 2, Set.of(1, 3))));
        }
        assertThat(run.allCheckpoints())
                .containsExactly(
                        run.checkpoint(1), run.checkpoint(3), run.checkpoint(4), run.checkpoint(6), run.checkpoint(8));
    }

    @Test
    void theCheckpointOfAnEarlierStepIsKeptButNotWrittenAgain() throws IOException {
        RunDirectory run = RunDirectory.create(folder.resolve("run"));
        Objective descent = update -> List.of(Term.of("descent", update.apply(X, Tensor.zeros())));
        try (Session session = new ReferenceEngine().open()) {
            CheckpointWriter writer = new CheckpointWriter(session, run, 2, Set.of());
            new GameTrainer(session).train(training(game(player(X, descent, 1)), 0, 4, writer));
            assertThat(writer.keep(3)).isFalse();
            assertThat(writer.keep(0)).isTrue();
            new GameTrainer(session).train(training(game(player(X, descent, 1)), 4, 8, writer));
            Files.delete(run.checkpoint(8));
            assertThat(writer.keep(8)).isTrue();
        }
        assertThat(run.allCheckpoints()).containsExactly(run.checkpoint(4), run.checkpoint(6), run.checkpoint(8));
        assertThat(Checkpoint.read(run.checkpoint(8)).step()).isEqualTo(8);
    }

    @Test
    void theLatestCheckpointIsThatOfTheHighestStep() throws IOException {
        RunDirectory run = RunDirectory.create(folder.resolve("run"));
        Files.createFile(run.checkpoint(1_000_000));
        Files.createFile(run.checkpoint(999_999));
        assertThat(run.allCheckpoints()).last().isEqualTo(run.checkpoint(1_000_000));
    }

    @Test
    void metricsAreCutBackToTheResumedStep() throws IOException {
        RunDirectory run = RunDirectory.create(folder.resolve("run"));
        Objective descent = update -> List.of(Term.of("descent", update.apply(X, Tensor.zeros())));
        try (Session session = new ReferenceEngine().open()) {
            GameTrainer trainer = new GameTrainer(session);
            trainer.train(training(game(player(X, descent, 1)), 0, 5, new MetricsLog(run.metrics())));
            trainer.train(training(game(player(X, descent, 1)), 3, 4, new MetricsLog(run.metrics())));
        }
        assertThat(Files.readAllLines(run.metrics()))
                .extracting(line -> line.substring(0, 9))
                .containsExactly("{\"step\":1", "{\"step\":2", "{\"step\":3", "{\"step\":4");
    }
}
