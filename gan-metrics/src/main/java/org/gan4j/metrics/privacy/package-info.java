/**
 * Memory and privacy: measures of how much a generator's samples say about the rows that it was trained on, against rows
 * that were held out. None of them is a guarantee. Begin reading with {@link
 * org.gan4j.metrics.privacy.PrivacyMeasures}.
 */
package org.gan4j.metrics.privacy;
