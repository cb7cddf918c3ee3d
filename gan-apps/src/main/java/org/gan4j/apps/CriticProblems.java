package org.gan4j.apps;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.Field;
import org.gan4j.api.Ingredients;
import org.gan4j.api.Inputs;
import org.gan4j.api.Network;
import org.gan4j.api.NetworkFit;
import org.gan4j.api.Outputs;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** What speaks against the critic of an application that knows classes. */
record CriticProblems(Ingredients ingredients, Network critic, Shape sample) {
    /** Against one that only scores. */
    List<String> ofScore() {
        List<String> problems = new ArrayList<>(
                NetworkFit.problems(critic, samples(), Shape.of(NetworkFit.BATCH), "one score a sample"));
        problems.addAll(ingredients.mixingProblems(critic));
        return problems;
    }

    /** Against one whose features are used besides. @param why goes on after "names no head features, " */
    List<String> ofFeatures(String why) {
        List<String> problems = ofScore();
        if (problems.isEmpty()) {
            Outputs outputs = critic.apply(Parameters.variables(), Pass.inference(), samples());
            if (!outputs.heads().containsKey(Outputs.FEATURES)) {
                problems.add("the critic " + ingredients.critic().name() + " names no head " + Outputs.FEATURES + ", "
                        + why);
            }
        }
        return problems;
    }

    private Inputs samples() {
        Field met = new Field(Field.IMAGE, DType.FLOAT, sample);
        return Inputs.of(Tensor.input(
                met.name(), met.dtype(), met.batch(NetworkFit.BATCH).dims()));
    }
}
