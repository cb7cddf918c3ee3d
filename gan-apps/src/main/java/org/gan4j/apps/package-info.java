/**
 * Applications that Gan4J brings, one package per family. Begin reading with {@link org.gan4j.apps.AppsPlugin}, which
 * registers them by name.
 */
package org.gan4j.apps;
