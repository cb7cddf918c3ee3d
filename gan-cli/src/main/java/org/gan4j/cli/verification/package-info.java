/** What images say about their origin, for {@code gan verify}. */
package org.gan4j.cli.verification;
