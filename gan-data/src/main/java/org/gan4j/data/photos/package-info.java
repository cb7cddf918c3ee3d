/**
 * Photographs, read and written without loss of what they carry: 8 or 16 bits, alpha, color profile and orientation.
 * Begin with {@link org.gan4j.data.photos.Photo}, which reads one; {@link org.gan4j.data.photos.PhotoFormat} writes one,
 * also while its rows are still being computed, as a {@link org.gan4j.data.photos.BandedImage}.
 */
package org.gan4j.data.photos;
