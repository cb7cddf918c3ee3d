/**
 * GANs of samples with several tags each, such as faces with blonde hair and a smile. Begin reading with {@link
 * org.gan4j.apps.tags.Tagged}, which is the application.
 */
package org.gan4j.apps.tags;
