/**
 * Plug-ins: the way in which components become known by name. Begin reading with {@link
 * org.gan4j.api.plugin.GanPlugin}.
 */
package org.gan4j.api.plugin;
