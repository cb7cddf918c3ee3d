package org.gan4j.report;

/**
 * How long a training took, with everything it wrote.
 *
 * @param from the number of completed steps at its beginning
 * @param to the number of completed steps at its end, or so far
 * @param seconds the time between both
 */
public record TrainingTime(int from, int to, double seconds) {}
