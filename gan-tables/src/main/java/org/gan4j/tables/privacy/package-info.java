/**
 * Measures of how much synthetic rows say about the rows that their generator was trained on. Begin reading with {@link
 * org.gan4j.tables.privacy.TablePrivacy}.
 */
package org.gan4j.tables.privacy;
