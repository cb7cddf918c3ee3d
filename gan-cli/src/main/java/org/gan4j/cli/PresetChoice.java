package org.gan4j.cli;

import java.util.List;
import org.gan4j.dsl.OptionsStep;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What commands that build a preset's GAN have in common: which preset, and how large its batches are. */
final class PresetChoice {
    @Parameters(arity = "0..1", paramLabel = "PRESET", description = "What to build, see gan train --help.")
    private String preset;

    @Option(
            names = "--batch",
            paramLabel = "N",
            converter = Count.class,
            description = "How many samples an update sees; each preset has its own number.")
    private Integer batch;

    /** The preset that was named, else the first. */
    TrainPreset of(List<TrainPreset> presets) {
        return preset == null ? presets.get(0) : TrainPreset.named(preset, presets);
    }

    /** The beginning of its builder. */
    OptionsStep begin(TrainPreset chosen) {
        OptionsStep options = chosen.gan().get();
        return batch == null ? options : options.batchSize(batch);
    }
}
