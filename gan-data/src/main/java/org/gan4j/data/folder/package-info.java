/**
 * The images of a folder as data. Begin with {@link org.gan4j.data.folder.ImageFolder}; {@code FolderReading} lists the
 * files, decodes them by {@code ImageDecoder}, and keeps the pixels in {@code Slots}.
 */
package org.gan4j.data.folder;
