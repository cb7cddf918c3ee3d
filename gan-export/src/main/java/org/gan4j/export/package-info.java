/** What other tools read. */
package org.gan4j.export;
