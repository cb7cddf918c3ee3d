/** The emoji that are included in this library, with names and tags. Begin reading at {@link org.gan4j.data.emoji.Emoji}. */
package org.gan4j.data.emoji;
