/**
 * Linear probes: how plainly the features that a GAN has learned without labels show the classes. Begin reading with {@link
 * org.gan4j.dsl.probe.ProbeRequest}.
 */
package org.gan4j.dsl.probe;
