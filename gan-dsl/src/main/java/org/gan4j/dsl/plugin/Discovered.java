package org.gan4j.dsl.plugin;

/**
 * What a plug-in's author gives, with where it was found.
 *
 * @param from the jar or folder, for messages
 */
public record Discovered<T>(T part, String from) {}
