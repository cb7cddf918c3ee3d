/**
 * Random crops of photographs at their own resolution, for super-resolution. Begin with
 * {@link org.gan4j.data.crops.ImageCrops}.
 */
package org.gan4j.data.crops;
