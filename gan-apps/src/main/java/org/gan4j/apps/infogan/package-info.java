/**
 * InfoGAN: a generator whose samples are controlled by a code that nobody labeled. Begin reading with {@link
 * org.gan4j.apps.infogan.InfoGan}.
 */
package org.gan4j.apps.infogan;
