package org.gan4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Tests of the memory outside the Java heap, which no garbage collector manages. */
@EnabledOnOs(OS.LINUX)
class NativeMemoryTest {
    private static final long MEGABYTE = 1 << 20;
    /**
     * Most growth of resident memory in 9,500 steps. The heap is collected, and thereby shrunk, before each
     * measurement; the rest is compiled code and the allocator's own slack, a few MB. A leak of 2 kB a step would be 19
     * MB.
     */
    private static final long NOISE = 16 * MEGABYTE;
    /**
     * Most growth of the bytes that JavaCPP counts. It counts each byte that it allocates, and forgets those of
     * collected pointers a little later. One leaked pointer of 8 bytes a step would be 76 kB.
     */
    private static final long COUNTING_NOISE = 64 << 10;

    private record Held(long resident, long physical, long counted) {
        private static final int READINGS = 20;
        private static final int PAUSE_MILLIS = 50;

        /**
         * Returns the least of several readings. After a single one, the heap may still shrink and the compiler may still
         * free its buffers, by more than the margin of the sizes that are compared.
         */
        static Held least() throws IOException, InterruptedException {
            Held least = now();
            for (int i = 1; i < READINGS; i++) {
                Thread.sleep(PAUSE_MILLIS);
                Held next = now();
                least = new Held(
                        Math.min(least.resident, next.resident),
                        Math.min(least.physical, next.physical),
                        Math.min(least.counted, next.counted));
            }
            return least;
        }

        static Held now() throws IOException {
            System.gc();
            String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(each -> each.startsWith("VmRSS:"))
                    .findFirst()
                    .orElseThrow();
            long resident = Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            return new Held(resident, Pointer.physicalBytes(), Pointer.totalBytes());
        }
    }

    @Test
    void tenThousandStepsOfASmallGanLeaveMemoryFlat() throws IOException {
        MlpStep step = new MlpStep(64);
        TensorData real = SameAsReference.normal("real", 64, 2).evaluate();
        try (Session session = new Nd4jEngine().open();
                Program program = session.compile(step.graph())) {
            run(program, real, 0, 500);
            Held before = Held.now();
            run(program, real, 500, 10_000);
            Held after = Held.now();
            assertThat(after.counted - before.counted).isLessThan(COUNTING_NOISE);
            assertThat(after.resident - before.resident).isLessThan(NOISE);
            assertThat(after.physical - before.physical).isLessThan(NOISE);
        }
    }

    private static void run(Program program, TensorData real, int from, int to) {
        for (int step = from; step < to; step++) {
            assertThat(program.run(Map.of("real", real, "round", TensorData.scalar(step)))
                            .nonFinite())
                    .isEmpty();
        }
    }

    @Test
    void closingASessionGivesItsMemoryBack() throws IOException, InterruptedException {
        new Nd4jEngine().open().close();
        Held before = Held.least();
        List<Variable> large = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            large.add(Variable.of("large" + i, Tensor.full(1, 8 << 20)));
        }
        Session session = new Nd4jEngine().open();
        large.forEach(session::get);
        Program program = session.compile(
                Graph.of(Stage.named("s").output("y", large.get(0).value().sum())));
        program.run(Map.of());
        Held open = Held.least();
        assertThat(open.counted - before.counted).isGreaterThanOrEqualTo(256 * MEGABYTE);
        assertThat(open.resident - before.resident).isGreaterThan(250 * MEGABYTE);
        session.close();
        Held closed = Held.least();
        assertThat(closed.counted - before.counted).isLessThan(COUNTING_NOISE);
        assertThat(open.resident - closed.resident).isGreaterThan(250 * MEGABYTE);
        assertThatThrownBy(() -> program.run(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this session is closed: its variables and programs are gone");
        assertThatThrownBy(() -> session.get(large.get(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this session is closed: its variables and programs are gone");
    }
}
