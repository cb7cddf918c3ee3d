/**
 * The images of a folder as data. Begin with {@link org.gan4j.data.folder.ImageFolder}, or {@link
 * org.gan4j.data.folder.PairedFolder} for pairs. {@code FolderReading} and {@code PairReading} decode the files by {@code
 * ImageDecoder}, and keep the pixels in {@code Slots}. {@link org.gan4j.data.folder.WholeImages} keeps images at their own
 * resolution.
 */
package org.gan4j.data.folder;
