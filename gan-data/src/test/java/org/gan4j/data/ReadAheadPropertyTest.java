package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.training.BatchSource;

class ReadAheadPropertyTest {
    private static final DataSource TEN =
            DataSource.of(new float[][] {{0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}});

    @Property(tries = 50)
    void anyOrderGivesWhatTheSourceGives(
            @ForAll @Size(max = 30) List<@IntRange(max = 40) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 5) int ahead) {
        BatchSource direct = new ShuffledBatches(TEN.open(), 3, 1);
        try (BatchSource batches = new ReadAhead(new ShuffledBatches(TEN.open(), 3, 1), ahead)) {
            for (int number : numbers) {
                assertThat(batches.batch(number)).isEqualTo(direct.batch(number));
            }
        }
    }
}
