/**
 * Parts that several applications with class labels share: one-hots, class logits, class projections, and the
 * validation of labels and critics. Begin reading with {@link org.gan4j.apps.labels.CriticClassifier}.
 */
package org.gan4j.apps.labels;
