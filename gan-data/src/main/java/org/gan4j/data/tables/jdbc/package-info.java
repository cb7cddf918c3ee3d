/**
 * Tables in databases, by JDBC: {@link org.gan4j.data.tables.jdbc.DatabaseTable} reads the rows that a GAN learns, and {@link
 * org.gan4j.data.tables.jdbc.DatabaseWriter} writes those that it makes. The driver comes from the class path, or from the thread's
 * context class loader; the password from the environment variable {@code GAN_DATABASE_PASSWORD}, and from nowhere else.
 */
package org.gan4j.data.tables.jdbc;
