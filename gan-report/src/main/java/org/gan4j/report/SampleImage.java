package org.gan4j.report;

import java.nio.file.Path;

/**
 * The image of the samples after a step.
 *
 * @param step the number of completed steps
 * @param file the PNG file
 */
public record SampleImage(int step, Path file) {}
