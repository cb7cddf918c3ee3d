/** Tables of text for terminals and files: {@link org.gan4j.cli.tables.MarkdownTable}. */
package org.gan4j.cli.tables;
