/**
 * Encoders that turn texts, such as captions, into vectors for networks. Begin reading with {@link
 * org.gan4j.api.text.TextEncoder}.
 */
package org.gan4j.api.text;
