/**
 * The report on a synthetic table: {@link org.gan4j.tables.assessment.TableAssessment} makes it, {@link
 * org.gan4j.tables.assessment.AssessmentPage} and {@link org.gan4j.tables.assessment.AssessmentJson} write it.
 */
package org.gan4j.tables.assessment;
