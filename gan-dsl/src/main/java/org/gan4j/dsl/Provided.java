package org.gan4j.dsl;

/**
 * What a plug-in's author gives, with where it was found.
 *
 * @param from the jar or folder, for messages
 */
record Provided<T>(T part, String from) {}
