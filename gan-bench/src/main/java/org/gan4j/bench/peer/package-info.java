/**
 * The libtorch side of the comparison: networks and training steps as a PyTorch user writes them, with the initial
 * weights and random numbers of Gan4J's side.
 */
package org.gan4j.bench.peer;
