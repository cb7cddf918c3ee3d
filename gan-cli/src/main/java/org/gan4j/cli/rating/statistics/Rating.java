package org.gan4j.cli.rating.statistics;

/**
 * One rating.
 *
 * @param rater the rater's name
 * @param item the item's id
 * @param value the rating as a number
 */
public record Rating(String rater, String item, double value) {}
