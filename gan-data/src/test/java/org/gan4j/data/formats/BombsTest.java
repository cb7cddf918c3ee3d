package org.gan4j.data.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BombsTest {
    private static final Map<String, byte[]> BOMBS = Bombs.all();
    private static final long MOST_BYTES = 10_000_000;

    static Set<String> names() {
        return BOMBS.keySet();
    }

    @BeforeAll
    static void classesAreLoadedBefore() {
        for (byte[] bomb : BOMBS.values()) {
            assertThatThrownBy(() -> StoredImage.of(bomb)).isInstanceOf(UnusableException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void smallFilesThatClaimMuchAreRefusedAtOnceAndWithoutMemory(String name) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        long start = System.nanoTime();
        String why = "";
        try {
            StoredImage.of(BOMBS.get(name));
        } catch (UnusableException refused) {
            why = refused.getMessage();
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(why)
                .matches(
                        "is (damaged: it|too large: ).+|has (more than 100 scans|a color profile of 4,000,001 bytes).+");
        assertThat(millis).isLessThan(500);
        assertThat(allocated).isLessThan(name.startsWith("profile") ? 2 * MOST_BYTES : MOST_BYTES);
    }
}
