/**
 * The likeness of the distributions of two tables, column by column and pair by pair. Begin reading with {@link
 * org.gan4j.tables.similarity.Similarity}.
 */
package org.gan4j.tables.similarity;
