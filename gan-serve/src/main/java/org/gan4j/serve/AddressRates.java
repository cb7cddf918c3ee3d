package org.gan4j.serve;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Limits how many requests per second come from each address. An address may save up twice as many while it sends none. Only
 * the latest addresses are known, so that the memory is limited, too. Thread-safe.
 */
final class AddressRates {
    private static final int ADDRESSES = 10_000;
    private static final double SECOND = 1e9;

    /** The requests that an address may send at a time. */
    private record Saved(double requests, long at) {}

    private final double perSecond;
    private final LongSupplier nanoTime;
    private final Map<String, Saved> addresses = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Saved> eldest) {
            return size() > ADDRESSES;
        }
    };

    AddressRates(int perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
    }

    /**
     * Counts a request.
     *
     * @throws ProblemException 429 if there were too many before it
     */
    synchronized void count(String address) {
        long now = nanoTime.getAsLong();
        Saved before = addresses.getOrDefault(address, new Saved(2 * perSecond, now));
        double saved = Math.min(2 * perSecond, before.requests + (now - before.at) / SECOND * perSecond);
        boolean allowed = saved >= 1;
        addresses.put(address, new Saved(allowed ? saved - 1 : saved, now));
        if (!allowed) {
            throw ProblemException.later(
                    Status.TOO_MANY_REQUESTS,
                    String.format(
                            Locale.ROOT,
                            "more than %.0f requests per second come from your address: send fewer",
                            perSecond));
        }
    }
}
