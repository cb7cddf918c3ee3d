/**
 * Diagnosis of failures while training: one detector per kind, each a record of its thresholds. {@link
 * org.gan4j.training.diagnosis.Diagnoser} asks them all, and reports each failure once.
 */
package org.gan4j.training.diagnosis;
