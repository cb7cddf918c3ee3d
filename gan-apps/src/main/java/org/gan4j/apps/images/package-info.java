/** What several applications share that map images to images. Begin reading at {@link org.gan4j.apps.images.ImageMapping}. */
package org.gan4j.apps.images;
