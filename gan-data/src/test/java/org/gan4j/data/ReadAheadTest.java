package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.gan4j.api.training.BatchSource;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReadAheadTest {
    private final List<Long> read = new CopyOnWriteArrayList<>();
    private final List<Thread> readers = new CopyOnWriteArrayList<>();
    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void readsTheNextBatchesInOrderOnOneOtherThread() throws InterruptedException {
        CountDownLatch three = new CountDownLatch(3);
        try (BatchSource batches = new ReadAhead(source(number -> three.countDown()), 2)) {
            assertThat(batches.batch(0)).isEqualTo(batch(0));
            // batches 1 and 2 are not requested yet
            assertThat(three.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(batches.batch(1)).isEqualTo(batch(1));
        }
        assertThat(read).startsWith(0L, 1L, 2L).isSorted();
        assertThat(readers.stream().distinct()).hasSize(1).doesNotContain(Thread.currentThread());
        assertThat(readers.get(0).isDaemon()).isTrue();
    }

    @Test
    void aFailureIsReportedForItsBatchWhichCanBeRequestedAgain() {
        AtomicInteger failures = new AtomicInteger(1);
        LongConsumer failsOnce = number -> {
            if (number == 2 && failures.getAndDecrement() > 0) {
                throw new IllegalArgumentException("the disk is gone");
            }
        };
        try (BatchSource batches = new ReadAhead(source(failsOnce), 3)) {
            batches.batch(0);
            batches.batch(1);
            assertThatIllegalStateException()
                    .isThrownBy(() -> batches.batch(2))
                    .withMessageContaining("batch 2")
                    .withMessageContaining("the disk is gone")
                    .withCauseInstanceOf(IllegalArgumentException.class);
            assertThat(batches.batch(2)).isEqualTo(batch(2));
            assertThat(batches.batch(3)).isEqualTo(batch(3));
        }
    }

    @Test
    void closingStopsTheThreadAndClosesTheSourceOnce() throws InterruptedException {
        BatchSource batches = new ReadAhead(source(number -> {}), 2);
        batches.batch(5);
        batches.close();
        batches.close();
        assertThat(closed).hasValue(1);
        readers.get(0).join(10_000);
        assertThat(readers.get(0).isAlive()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> batches.batch(6)).withMessageContaining("closed");
    }

    @Test
    void rejectsReadingZeroBatchesAhead() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadAhead(source(number -> {}), 0));
    }

    private BatchSource source(LongConsumer whenRead) {
        return new BatchSource() {
            @Override
            public Map<String, TensorData> batch(long number) {
                readers.add(Thread.currentThread());
                read.add(number);
                whenRead.accept(number);
                return ReadAheadTest.batch(number);
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }

    private static Map<String, TensorData> batch(long number) {
        return Map.of("number", TensorData.scalar((int) number));
    }
}
