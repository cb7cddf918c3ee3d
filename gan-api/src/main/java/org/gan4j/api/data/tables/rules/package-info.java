/**
 * Conditions on the rows of a table, in the words of SQL. Begin with {@link
 * org.gan4j.api.data.tables.rules.RowRule#parse}.
 */
package org.gan4j.api.data.tables.rules;
