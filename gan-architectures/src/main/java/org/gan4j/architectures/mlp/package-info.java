/**
 * Generators and critics of linear layers, for samples of any shape. Begin reading with {@link
 * org.gan4j.architectures.mlp.Mlp}.
 */
package org.gan4j.architectures.mlp;
