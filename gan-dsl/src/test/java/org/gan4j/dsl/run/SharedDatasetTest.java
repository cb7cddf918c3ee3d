package org.gan4j.dsl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedDatasetTest {
    private static final int READS = 5;
    private static final Field NUMBER = new Field("number", DType.FLOAT, Shape.scalar());

    /** Data that notice two threads at once, also in their partition. */
    private static final class Watched implements Dataset {
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicBoolean overlapped = new AtomicBoolean();
        private final CountDownLatch read = new CountDownLatch(1);

        private void alone() {
            if (inside.getAndIncrement() > 0) {
                overlapped.set(true);
            }
            read.countDown();
            try {
                TimeUnit.MILLISECONDS.sleep(5); // long enough for another thread to enter
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
            inside.decrementAndGet();
        }

        @Override
        public List<Field> fields() {
            return List.of(NUMBER);
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public Map<String, TensorData> read(int... indices) {
            alone();
            return Map.of(NUMBER.name(), TensorData.of(new float[indices.length], Shape.of(indices.length)));
        }

        @Override
        public List<String> captions() {
            return List.of("one");
        }

        @Override
        public List<Dataset> partitions() {
            return List.of(this);
        }

        @Override
        public void close() {
            alone();
        }
    }

    private final Watched watched = new Watched();
    private final Dataset shared = new SharedDataset(watched);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static Callable<Integer> reading(Dataset data) {
        return () -> {
            int rows = 0;
            for (int i = 0; i < READS; i++) {
                rows += data.read(0).get(NUMBER.name()).shape().size();
            }
            return rows;
        };
    }

    @Test
    void threadsThatReadTakeTurnsInPartitionsToo() throws Exception {
        List<Future<Integer>> readers = new ArrayList<>();
        readers.add(threads.submit(reading(shared)));
        readers.add(threads.submit(reading(shared.partitions().get(0))));
        for (Future<Integer> reader : readers) {
            assertThat(reader.get()).isEqualTo(READS);
        }
        assertThat(watched.overlapped).isFalse();
    }

    @Test
    void hasTheCaptionsOfTheData() {
        assertThat(shared.captions()).containsExactly("one");
        assertThat(shared.partitions().get(0).captions()).containsExactly("one");
    }

    @Test
    void closingWaitsForTheRead() throws Exception {
        Future<Integer> reader = threads.submit(reading(shared));
        watched.read.await();
        shared.close();
        reader.get();
        assertThat(watched.overlapped).isFalse();
    }
}
