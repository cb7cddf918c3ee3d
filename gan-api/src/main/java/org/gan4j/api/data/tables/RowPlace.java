package org.gan4j.api.data.tables;

/**
 * The place of a row among those that are generated, on which values depend that follow a rule.
 *
 * @param seed the seed of all rows
 * @param number the row's number, from 0
 */
public record RowPlace(long seed, long number) {}
