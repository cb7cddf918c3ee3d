/**
 * Stores of generated images of earlier steps, from which a critic learns as well, so that it does not forget what the
 * generator no longer makes. Each is a network without parameters, whose images are state that checkpoints hold. Begin
 * reading with {@link org.gan4j.apps.replay.HistoryBuffer}.
 */
package org.gan4j.apps.replay;
