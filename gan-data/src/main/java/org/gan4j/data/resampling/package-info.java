/**
 * Resampling of images on the host, without an engine. {@link org.gan4j.data.resampling.Bicubic} does what
 * {@link org.gan4j.tensor.functions.Resampling#bicubic} does with tensors.
 */
package org.gan4j.data.resampling;
