package org.gan4j.training.diagnosis;

/**
 * Distances among a few generated samples and a few rows of the data. Each is the Euclidean distance of all numbers of
 * two samples, such as pixels.
 *
 * @param apart the mean distance of two samples
 * @param dataApart the mean distance of two of as many rows of the data
 * @param nearest the median distance of a sample to the nearest other one
 * @param dataNearest the median distance of a row to the nearest other one, among as many rows as there are samples;
 *     0 if the data have fewer
 * @param toData the median distance of a sample to the nearest of all rows that were read
 * @param dataToData the median distance of a row to the nearest other one of all rows that were read
 */
public record SampleDistances(
        double apart, double dataApart, double nearest, double dataNearest, double toData, double dataToData) {}
