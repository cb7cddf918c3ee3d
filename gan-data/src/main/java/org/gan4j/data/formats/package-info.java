/**
 * The formats of image files, which come from anywhere. Begin with {@link org.gan4j.data.formats.StoredImage}: each {@code ...Check}
 * walks over the parts of a file of its format and compares what they claim with the bytes that are there, before anything
 * is decoded. Only the parts that the pixels need reach a decoder.
 */
package org.gan4j.data.formats;
