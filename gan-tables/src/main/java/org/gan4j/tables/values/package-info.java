/**
 * The columns of tables that are compared, as numbers and as choices. Begin reading with {@link
 * org.gan4j.tables.values.AlignedTables}.
 */
package org.gan4j.tables.values;
