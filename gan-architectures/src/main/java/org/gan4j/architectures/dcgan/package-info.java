/**
 * DCGAN, the convolutional generator and critic that most recipes use. Begin reading with {@link
 * org.gan4j.architectures.dcgan.Dcgan}.
 */
package org.gan4j.architectures.dcgan;
