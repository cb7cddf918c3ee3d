/**
 * The images of a folder as data. Begin with {@link org.gan4j.data.folder.ImageFolder}; {@code FolderReading} decodes
 * the files by {@code ImageDecoder}, and keeps the pixels in {@code Slots}. {@link org.gan4j.data.folder.WholeImages}
 * keeps images at their own resolution.
 */
package org.gan4j.data.folder;
