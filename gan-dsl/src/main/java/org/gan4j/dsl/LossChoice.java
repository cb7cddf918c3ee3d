package org.gan4j.dsl;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.Adam;
import org.gan4j.api.AdversarialLoss;
import org.gan4j.api.Component;
import org.gan4j.api.LossPreset;

/** A loss as somebody asks for it by name: a paper's recipe if there is one of this name, else a loss on its own. */
public final class LossChoice {
    private LossChoice() {}

    /** @throws IllegalArgumentException if there is neither, with the near miss or those there are */
    public static LossPreset named(Components components, String name) {
        if (components.has(ComponentKind.PRESET, name)) {
            return components.named(ComponentKind.PRESET, name);
        }
        if (components.has(ComponentKind.LOSS, name)) {
            return alone(components.named(ComponentKind.LOSS, name));
        }
        List<String> names = Stream.concat(
                        components.all(ComponentKind.PRESET).stream(), components.all(ComponentKind.LOSS).stream())
                .map(Component::name)
                .distinct()
                .sorted()
                .toList();
        throw new IllegalArgumentException(Components.unknown(ComponentKind.LOSS, name, names));
    }

    /** A loss with DCGAN's optimiser and one critic step, and nothing else. */
    static LossPreset alone(AdversarialLoss loss) {
        Adam adam = Adam.of(2e-4, 0.5, 0.999);
        return new LossPreset(loss.name(), loss.summary(), loss, List.of(), Optional.empty(), adam, adam, 1);
    }
}
