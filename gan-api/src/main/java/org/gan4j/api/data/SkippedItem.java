package org.gan4j.api.data;

/**
 * An item that a data source found but could not use.
 *
 * @param what the item, such as the name of a file
 * @param why the reason, in a few words
 */
public record SkippedItem(String what, String why) {}
