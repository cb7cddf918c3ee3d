package org.gan4j.api.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.loss.Augmentation;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** The augmentations of the samples that a critic sees, and the state of those that adapt their strength. */
final class CriticAugmentations {
    private static final String AUGMENTATION = "augmentation";

    private final String critic;
    private final Map<String, Augmentation> byName;
    private final Map<String, Variable> strengths = new LinkedHashMap<>();

    CriticAugmentations(String critic, List<Augmentation> augmentations) {
        this.critic = critic;
        this.byName = UniqueNames.of(augmentations);
        byName.forEach((name, augmentation) -> augmentation
                .initialStrength()
                .ifPresent(initial -> strengths.put(
                        name,
                        Variable.of(String.join("/", AUGMENTATION, critic, name, "strength"), Tensor.full(initial)))));
    }

    /** Returns the strengths that adapt, which the critic owns. */
    List<Variable> state() {
        return List.copyOf(strengths.values());
    }

    /** Sets the strengths after an update of the critic. */
    void adapt(UpdateContext update, Tensor realScores, Tensor fakeScores) {
        strengths.forEach((name, variable) -> {
            Tensor strength = update.parameters().get(variable);
            Tensor next = byName.get(name).next(strength, realScores, fakeScores);
            // the changes of the parts of a batch add up, but what they set is averaged
            update.update(
                    variable,
                    update.parts() == 1
                            ? next
                            : strength.add(next.sub(strength).mul(update.parts()))
                                    .clamp(0, 1));
        });
    }

    /** Returns the applications of one update, each of which draws numbers of its own. */
    Pass pass() {
        return new Pass();
    }

    final class Pass {
        private int calls;

        private Pass() {}

        Tensor apply(UpdateContext update, Tensor samples) {
            calls++;
            RandomKey random = update.random(AUGMENTATION).child(critic);
            Tensor changed = samples;
            for (String name : byName.keySet()) {
                Tensor strength =
                        strengths.containsKey(name) ? update.parameters().get(strengths.get(name)) : Tensor.full(1);
                changed = byName.get(name).apply(changed, random.child(name).child("call" + calls), strength);
            }
            return changed;
        }
    }
}
