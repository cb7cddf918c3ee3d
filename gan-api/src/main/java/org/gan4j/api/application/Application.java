package org.gan4j.api.application;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
     * Returns the options of components that this application uses. A component that is set and not among them is
     * refused, since it would have no effect; one that is among them and open after {@link #complete} is missing.
     * Defaults to all, which is right for applications whose players are {@link AdversarialPlayers}.
     */
    default Set<GanOption<?>> uses() {
        return Set.copyOf(GanComponents.OPTIONS);
    }

    /**
     * Validates the data alone, before components are completed for them. Returns one message per problem, stating the
     * cause and the fix; empty if the data have what this application needs.
     */
    List<String> problems(DataSchema data);

    /**
     * Completes the components: returns a copy in which what the user left open has this application's choice for these
     * data. It is called only if {@link #problems(DataSchema)} found none. Completing twice changes nothing. Returns the
     * components unchanged by default, so that components without a default are missing.
     */
    default GanComponents complete(GanComponents components, DataSchema data) {
        return components;
    }

    /**
     * Validates the components against the data. Returns one message per problem, stating the cause and the fix; empty
     * if the networks can be built. It is called only for completed components.
     */
    List<String> problems(GanComponents components, DataSchema data);

    /**
     * Returns a copy of the completed components in which every open setting of an architecture has its value for these
     * data, so that experiment.yaml records it. It is called only if {@link #problems(GanComponents, DataSchema)} found
     * none. Returns the components unchanged by default.
     */
    default GanComponents resolved(GanComponents components, DataSchema data) {
        return components;
    }

    /**
     * Returns the problems that matter for training alone, such as a missing file of weights that a loss needs. They are
     * checked when a GAN is built and when a run is resumed, but not when a trained GAN is loaded. None by default.
     */
    default List<String> trainingProblems() {
        return List.of();
    }

    /**
     * Returns the names of the pretrained networks whose features this application trains with, such as {@code vgg19}
     * for a content loss. A network that taught a generator must not judge it: an evaluation refuses extractors of these
     * {@linkplain org.gan4j.api.evaluation.Extractor#network() networks}. None by default.
     */
    default Set<String> teachers() {
        return Set.of();
    }

    /**
     * Returns a copy for phases of other lengths, such as one whose learning rate falls over a phase. It is called after
     * the phases of a first plan are scaled to the steps of a run. Returns this application by default.
     *
     * @param lengths the number of steps of each phase but the last, by name
     */
    default Application phases(Map<String, Integer> lengths) {
        return this;
    }

    /**
     * Plans the training: builds the networks with new variables, the phases and the capabilities. It is called only if
     * neither of the problems methods found any.
     *
     * @param components the components, completed and resolved
     * @param data the schema of the data
     * @param seed the seed of the initial values
     */
    Plan plan(GanComponents components, DataSchema data, long seed);
}
