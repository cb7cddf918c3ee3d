package org.gan4j.dsl.plugin;

/**
 * A part that a plug-in provides, with its origin.
 *
 * @param part the part, such as a {@link org.gan4j.api.plugin.GanPlugin}
 * @param from the jar or directory that it comes from, for messages
 */
public record Discovered<T>(T part, String from) {}
