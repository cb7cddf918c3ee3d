package org.gan4j.dsl;

import com.google.inject.Module;

/**
 * Rebinds parts of the assembly, such as the {@link org.gan4j.tensor.engine.Engine}, the
 * {@link org.gan4j.api.Plan} or the {@link org.gan4j.api.Trainer}. Found as a {@link org.gan4j.api.GanPlugin} is; what it
 * binds takes the place of what {@link Gan#builder()} would use. To add components by name, a
 * {@link org.gan4j.api.GanPlugin} is enough.
 */
public interface GanModule extends Module {}
