/** What {@code gan detect} reads and prints: {@link org.gan4j.cli.detection.DetectionReport}. */
package org.gan4j.cli.detection;
