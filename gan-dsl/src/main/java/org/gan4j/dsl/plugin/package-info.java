/**
 * The discovery of plug-ins and their components. Begin with {@link org.gan4j.dsl.plugin.Plugins}, which finds plug-ins
 * on the class path and in a directory of jars; {@link org.gan4j.dsl.plugin.ComponentRegistry} looks components up by
 * name, and a {@link org.gan4j.dsl.plugin.GanModule} replaces parts of the assembly.
 */
package org.gan4j.dsl.plugin;
