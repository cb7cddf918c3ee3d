package org.gan4j.cli.rating.statistics;

/**
 * One rating.
 *
 * @param rater who rated
 * @param item what was rated
 * @param value the rating as a number
 */
public record Rating(String rater, String item, double value) {}
