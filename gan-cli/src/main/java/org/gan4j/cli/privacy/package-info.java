/** What {@code gan privacy} prints and writes: {@link org.gan4j.cli.privacy.PrivacyReport}. */
package org.gan4j.cli.privacy;
