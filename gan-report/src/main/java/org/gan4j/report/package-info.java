/**
 * What a run looks like from outside: {@link org.gan4j.report.RunReader} reads its folder, also while it is trained, and
 * {@link org.gan4j.report.ReportPage} shows what was read as one HTML file. Begin with these two.
 */
package org.gan4j.report;
