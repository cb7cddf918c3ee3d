/**
 * Studies: a grid of settings and seeds, each cell of which is an ordinary run, with a table and a figure of what their
 * evaluations measured. Begin reading with {@link org.gan4j.cli.study.Study}.
 */
package org.gan4j.cli.study;
