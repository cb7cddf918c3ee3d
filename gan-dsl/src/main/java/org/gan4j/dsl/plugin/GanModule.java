package org.gan4j.dsl.plugin;

import com.google.inject.Module;
import org.gan4j.dsl.Gan;

/**
 * Rebinds parts of the assembly, such as the {@link org.gan4j.tensor.engine.Engine}, the
 * {@link org.gan4j.api.application.Plan} or the {@link org.gan4j.api.training.Trainer}. Found as a {@link org.gan4j.api.plugin.GanPlugin} is; what it
 * binds takes the place of what {@link Gan#builder()} would use. To add components by name, a
 * {@link org.gan4j.api.plugin.GanPlugin} is enough.
 */
public interface GanModule extends Module {}
