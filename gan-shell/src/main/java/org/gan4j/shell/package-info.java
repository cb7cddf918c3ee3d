/**
 * Gan4J in JShell. The start-up script imports {@link org.gan4j.shell.Shell}, which draws samples and losses in a
 * terminal; {@link org.gan4j.shell.Script} runs files of snippets.
 */
package org.gan4j.shell;
