/** The letters of a font as images. Begin reading with {@link org.gan4j.data.letters.Letters}. */
package org.gan4j.data.letters;
