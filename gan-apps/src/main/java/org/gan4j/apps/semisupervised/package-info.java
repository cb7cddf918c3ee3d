/**
 * Semi-supervised classification from few labels. Begin reading with
 * {@link org.gan4j.apps.semisupervised.SemiSupervised}, which is the application.
 */
package org.gan4j.apps.semisupervised;
