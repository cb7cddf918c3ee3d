package org.gan4j.api.application;

import java.util.List;
import org.gan4j.api.Component;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.training.Trainer;

/**
 * An application: the task that a GAN is trained for, such as conditional generation. It adds to the components of
 * every GAN: the fields that a batch needs, the inputs of generator and critic, further terms of the objectives, the
 * preview of samples, and the capabilities of the trained GAN. It has no training loop and writes no files; the one
 * {@link Trainer} trains its {@link Plan}. The page docs/applications.md sketches a dozen applications.
 */
public interface Application extends Component {
    /**
     * Validates this application against the components and the data. Returns one message per problem, stating the
     * cause and the fix; empty if it can be built.
     */
    List<String> problems(GanComponents components, DataSchema data);

    /**
     * Returns a copy of the components in which every open setting has its value for these data, so that
     * experiment.yaml records it. Returns the components unchanged by default.
     */
    default GanComponents resolved(GanComponents components, DataSchema data) {
        return components;
    }

    /**
     * Plans the training: builds the networks with new variables, the phases and the capabilities. It is called only if
     * {@link #problems} found none.
     *
     * @param components the components, resolved
     * @param data the schema of the data
     * @param seed the seed of the initial values
     */
    Plan plan(GanComponents components, DataSchema data, long seed);
}
