/**
 * Experiments as YAML files, for reading and writing. Begin with {@link org.gan4j.dsl.experiment.Experiment}; {@link
 * org.gan4j.dsl.experiment.InvalidExperimentException} lists all problems of a file with their lines.
 */
package org.gan4j.dsl.experiment;
