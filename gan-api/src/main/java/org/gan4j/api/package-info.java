/**
 * The contracts of Gan4J, which other modules and plug-ins implement. {@link org.gan4j.api.Component} is what
 * configurations name. Begin reading with {@link org.gan4j.api.application.Application}, or with {@link
 * org.gan4j.api.plugin.GanPlugin} to add a component.
 */
package org.gan4j.api;
