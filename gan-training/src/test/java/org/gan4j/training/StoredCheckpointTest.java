package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.io.Safetensors;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredCheckpointTest {
    private static final Variable A = Variable.of("a", Tensor.zeros());
    private static final Variable B = Variable.of("b", Tensor.zeros());
    private static final Variable T = Variable.of("t", Tensor.full(DType.DOUBLE, 0));
    private static final Variable ABSENT = Variable.of("absent", Tensor.full(4));

    private static final TensorData THREE = TensorData.of(new double[] {3}, Shape.scalar());

    @TempDir
    Path folder;

    private final Session session = new ReferenceEngine().open();
    private Path file;

    @BeforeEach
    void write() {
        file = folder.resolve("step-000005.safetensors");
        new Checkpoint(5, Map.of("a", TensorData.scalar(1f), "b", TensorData.scalar(2f), "t", THREE)).write(file);
    }

    @Test
    void openingRestoresNothing() {
        try (StoredCheckpoint stored = StoredCheckpoint.open(file)) {
            assertThat(stored.step()).isEqualTo(5);
            assertThat(stored.has(A)).isTrue();
            assertThat(stored.has(T)).isTrue();
            assertThat(stored.has(ABSENT)).isFalse();
            assertThat(stored.has(Variable.of("a", Tensor.zeros(2)))).isFalse();
            assertThat(stored.has(Variable.of("a", Tensor.full(DType.DOUBLE, 0))))
                    .isFalse();
            assertThat(session.variables()).isEmpty();
        }
    }

    @Test
    void onlyTheWantedVariablesAreRestored() {
        try (StoredCheckpoint stored = StoredCheckpoint.open(file)) {
            stored.restore(List.of(B, ABSENT), session);
            assertThat(session.variables()).containsExactly(B);
            assertThat(session.get(B)).isEqualTo(TensorData.scalar(2f));
            assertThat(session.get(ABSENT)).isEqualTo(TensorData.scalar(4f));
        }
    }

    @Test
    void aVariableIsRestoredOnceSoThatTrainingIsNotUndone() {
        try (StoredCheckpoint stored = StoredCheckpoint.open(file)) {
            stored.restore(List.of(A), session);
            session.set(A, TensorData.scalar(9f));
            stored.restore(List.of(A, B), session);
            stored.restoreAll(session);
            assertThat(Checkpoint.of(session, 6).variables())
                    .isEqualTo(Map.of("a", TensorData.scalar(9f), "b", TensorData.scalar(2f), "t", THREE));
        }
    }

    @Test
    void theFileMayBeDeletedMeanwhile() throws IOException {
        try (StoredCheckpoint stored = StoredCheckpoint.open(file)) {
            Files.delete(file);
            stored.restoreAll(session);
            stored.restoreAll(session);
            assertThat(session.get(T)).isEqualTo(THREE);
        }
    }

    @Test
    void aClosedCheckpointRestoresNothingMore() {
        StoredCheckpoint stored = StoredCheckpoint.open(file);
        stored.close();
        stored.close();
        stored.restore(List.of(A), session);
        assertThat(session.variables()).isEmpty();
    }

    @Test
    void aFileWithoutAStepIsNotACheckpoint() {
        Path other = folder.resolve("other.safetensors");
        new Safetensors(Map.of("a", TensorData.scalar(1f)), Map.of()).write(other);
        assertThatThrownBy(() -> StoredCheckpoint.open(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(other + " is not a checkpoint: it records no step; use a file that a run wrote");
    }
}
