package org.gan4j.dsl;

import org.gan4j.api.Network;

/** The two networks of a GAN. */
public record Networks(Network generator, Network critic) {}
