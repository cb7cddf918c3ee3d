package org.gan4j.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AddressRatesTest {
    private final AtomicLong now = new AtomicLong(-5);
    private final AddressRates rates = new AddressRates(4, now::get);

    private int allowed(String address, int tries) {
        int allowed = 0;
        for (int i = 0; i < tries; i++) {
            try {
                rates.count(address);
                allowed++;
            } catch (ProblemException tooMany) {
                assertThat(tooMany.status()).isEqualTo(429);
            }
        }
        return allowed;
    }

    @Test
    void twiceTheRateMayComeAtOnceAndThenTheRate() {
        assertThat(allowed("a", 20)).isEqualTo(8);
        now.addAndGet(1_000_000_000L);
        assertThat(allowed("a", 20)).isEqualTo(4);
        now.addAndGet(3_600_000_000_000L);
        assertThat(allowed("a", 20)).isEqualTo(8);
    }

    @Test
    void addressesDoNotShare() {
        allowed("a", 20);
        assertThatThrownBy(() -> rates.count("a")).hasMessageContaining("more than 4 requests per second");
        assertThat(allowed("b", 20)).isEqualTo(8);
    }

    @Test
    void onlyTheLatestAddressesAreKnown() {
        allowed("a", 20);
        for (int i = 0; i < 10_000; i++) {
            rates.count("other " + i);
        }
        assertThat(allowed("a", 20)).isEqualTo(8);
    }
}
