/**
 * Rows that are added to a table until its classes are balanced. Begin reading with {@link
 * org.gan4j.tables.augmentation.ClassBalance}.
 */
package org.gan4j.tables.augmentation;
