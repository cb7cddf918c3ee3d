/**
 * What applications choose for the components that the user leaves open. Begin reading with {@link
 * org.gan4j.apps.standard.StandardComponents}.
 */
package org.gan4j.apps.standard;
