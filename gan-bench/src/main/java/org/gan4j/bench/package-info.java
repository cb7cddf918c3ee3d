/**
 * The {@code gan bench} command: times training steps of Gan4J against libtorch and DL4J, checks that both sides
 * compute the same losses, and measures peak memory.
 */
package org.gan4j.bench;
