/**
 * Tables with columns of different kinds, as databases have them. {@link org.gan4j.api.data.tables.TableSchema} says what each
 * column holds, and {@link org.gan4j.api.data.tables.TableEncoding} how a row becomes a vector that a GAN learns, and back. Both
 * are part of a run, so that rows can be written without the data.
 */
package org.gan4j.api.data.tables;
