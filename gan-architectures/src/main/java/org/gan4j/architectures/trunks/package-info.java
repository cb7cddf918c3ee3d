/**
 * Pretrained networks with constant weights, whose features serve metrics and losses. Begin reading with {@link
 * org.gan4j.architectures.trunks.Trunk}.
 */
package org.gan4j.architectures.trunks;
