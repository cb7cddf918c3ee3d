/** Tests that open pages which the command writes. {@link org.gan4j.browser.Browser} is the fixture. */
package org.gan4j.browser;
