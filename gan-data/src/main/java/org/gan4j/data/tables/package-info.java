/**
 * Reading tables with columns of different kinds: {@link org.gan4j.data.tables.TableRows} are their rows, {@link
 * org.gan4j.data.tables.SchemaInference} finds out what the columns hold, and {@link org.gan4j.data.tables.EncodingFit} how their
 * numbers are spread.
 */
package org.gan4j.data.tables;
