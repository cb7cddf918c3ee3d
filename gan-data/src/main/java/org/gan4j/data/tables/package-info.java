/**
 * Tables with columns of different kinds, as databases have them. {@link org.gan4j.data.tables.TableSchema} says what each column
 * holds, which {@link org.gan4j.data.tables.SchemaInference} finds out from the rows; {@link
 * org.gan4j.data.tables.ModeNormalization} turns numbers into what a GAN learns, and back.
 */
package org.gan4j.data.tables;
