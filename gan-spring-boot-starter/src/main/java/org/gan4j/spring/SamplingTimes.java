package org.gan4j.spring;

import java.time.Duration;

/** What is told how long each request for samples took. Called by the thread that computes. */
@FunctionalInterface
public interface SamplingTimes {
    /**
     * Takes note of a request.
     *
     * @param waited the time in the queue
     * @param computed the time of the computation, whether it failed or not
     */
    void record(Duration waited, Duration computed);
}
