/**
 * Pairs of images and degraded copies at a lower resolution, for super-resolution. Begin with
 * {@link org.gan4j.data.degraded.Degraded}.
 */
package org.gan4j.data.degraded;
