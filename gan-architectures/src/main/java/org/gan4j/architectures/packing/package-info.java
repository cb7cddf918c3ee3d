/** Packing of several samples per score. Begin reading with {@link org.gan4j.architectures.packing.Packing}. */
package org.gan4j.architectures.packing;
