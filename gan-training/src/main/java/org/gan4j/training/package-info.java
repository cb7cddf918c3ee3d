/**
 * Training of games and the files of a run. Begin reading with {@link org.gan4j.training.GameTrainer}; what a run
 * writes is in {@link org.gan4j.training.RunDirectory}.
 */
package org.gan4j.training;
