/**
 * Networks: architectures, the networks that they build, and the values that pass through them. Begin reading with
 * {@link org.gan4j.api.network.Architecture} and {@link org.gan4j.api.network.Network}.
 */
package org.gan4j.api.network;
