/** The sentence encoder {@link org.gan4j.text.MiniLm}, found by name through {@link org.gan4j.text.TextPlugin}. */
package org.gan4j.text;
