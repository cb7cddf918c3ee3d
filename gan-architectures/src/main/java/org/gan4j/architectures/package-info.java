/**
 * Generators and critics that are known by name. {@link org.gan4j.architectures.ArchitecturesPlugin} lists them; each family
 * has a package of its own. Begin reading with {@link org.gan4j.architectures.dcgan.Dcgan}.
 */
package org.gan4j.architectures;
