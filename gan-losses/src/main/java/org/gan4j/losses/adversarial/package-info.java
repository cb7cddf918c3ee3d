/**
 * Adversarial losses: functions of the critic's scores of real and fake samples. Begin reading with {@link
 * org.gan4j.losses.adversarial.NonSaturating}.
 */
package org.gan4j.losses.adversarial;
