package org.gan4j.api.data;

/**
 * Something that a data source found and could not use.
 *
 * @param what such as a file's name
 * @param why in a few words
 */
public record SkippedItem(String what, String why) {}
