/**
 * Applications, which assemble a GAN's components into a plan of networks, phases and capabilities. Begin reading with
 * {@link org.gan4j.api.application.Application}; {@link org.gan4j.api.application.Unconditional} is the smallest one,
 * and {@link org.gan4j.api.application.AdversarialPlayers} has the two players that most of them share.
 */
package org.gan4j.api.application;
