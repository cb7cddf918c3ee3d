/**
 * Classifiers of rows, which judge tables by what can be learned from them. Begin reading with {@link
 * org.gan4j.tables.judges.Judge}.
 */
package org.gan4j.tables.judges;
