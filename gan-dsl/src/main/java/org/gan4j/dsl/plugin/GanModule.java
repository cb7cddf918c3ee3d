package org.gan4j.dsl.plugin;

import com.google.inject.Module;
import org.gan4j.dsl.Gan;

/**
 * A Guice module that rebinds parts of the assembly, such as the {@link org.gan4j.tensor.engine.Engine}, the
 * {@link org.gan4j.api.application.Plan} or the {@link org.gan4j.api.training.Trainer}. List it in META-INF/services,
 * as you list a {@link org.gan4j.api.plugin.GanPlugin}; its bindings then replace those of {@link Gan#builder()}. To
 * add components by name, a {@link org.gan4j.api.plugin.GanPlugin} is enough.
 */
public interface GanModule extends Module {}
