package org.gan4j.dsl.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.game.Phase;
import org.gan4j.api.network.Network;

/** The check of a phase's own batch size, which its application chooses. */
final class PhaseBatchCheck {
    private PhaseBatchCheck() {}

    static List<String> problems(Phase phase, int size, GanComponents components, OptionalInt samples) {
        List<String> problems = new ArrayList<>();
        String subject = "the phase " + phase.name() + " has a batch size of " + size;
        if (samples.isPresent() && size > samples.getAsInt()) {
            problems.add(subject + ", but the data have only " + samples.getAsInt()
                    + " samples: use more data, or a smaller batch in the settings of the application");
        }
        boolean mixes = phase.game().players().stream()
                .flatMap(player -> player.networks().stream())
                .anyMatch(Network::mixesSamples);
        int parts = phase.game().accumulation();
        if (size % parts != 0) {
            problems.add(subject + ", but the accumulation cuts batches into " + parts
                    + " equal parts: use another accumulation, or a batch divisible by " + parts
                    + " in the settings of the application");
            return problems;
        }
        String ofParts = parts == 1 ? "" : " in " + parts + " parts";
        if (size == parts && mixes) {
            problems.add(subject + ofParts
                    + ", but layers that mix the samples of a batch, such as batch normalization, need"
                    + " several: use other layers, or a larger batch in the settings of the application");
        }
        components
                .values()
                .find(GanComponents.CRITIC)
                .map(unwrapped -> components.critic().samplesPerScore())
                .filter(pack -> size / parts % pack != 0)
                .ifPresent(pack -> problems.add(subject + ofParts + ", but the critic scores packs of " + pack
                        + " samples: use a critic without packs, or a batch divisible by " + pack * parts
                        + " in the settings of the application"));
        return problems;
    }
}
