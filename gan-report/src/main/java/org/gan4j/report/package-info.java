/** The page of a run: one HTML file with its curves, samples and settings. */
package org.gan4j.report;
