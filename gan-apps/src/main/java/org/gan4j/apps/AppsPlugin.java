package org.gan4j.apps;

import java.util.List;
import org.gan4j.api.application.Application;
import org.gan4j.api.plugin.GanPlugin;
import org.gan4j.apps.conditional.Conditional;
import org.gan4j.apps.semisupervised.SemiSupervised;

/** Registers this module's applications by name. */
public final class AppsPlugin implements GanPlugin {
    @Override
    public List<Application> applications() {
        return List.of(Conditional.concatenation(), SemiSupervised.featureMatching());
    }
}
