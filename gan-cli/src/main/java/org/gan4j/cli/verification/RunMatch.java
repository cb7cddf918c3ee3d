package org.gan4j.cli.verification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.provenance.Provenance;
import org.gan4j.training.RunDirectory;
import org.gan4j.training.StoredCheckpoint;

/**
 * The comparison of an image's text with a run.
 *
 * @param agrees whether the image was made with a checkpoint of the run
 * @param why a sentence that says so, or why it is not known
 */
public record RunMatch(boolean agrees, String why) {
    /**
     * Compares the digest of the checkpoint in a text with that of a run's checkpoint after the same step.
     *
     * @throws IllegalArgumentException if the checkpoint of the run is damaged
     */
    static RunMatch of(Optional<Provenance> provenance, RunDirectory run) {
        if (provenance.isEmpty()) {
            return new RunMatch(false, "there is no text to compare with " + run.root());
        }
        Provenance said = provenance.get();
        if (said.checkpoint().isEmpty() || said.step().isEmpty()) {
            return new RunMatch(false, "the text names no checkpoint to compare with " + run.root());
        }
        int step = said.step().getAsInt();
        Path file = run.checkpoint(step);
        if (step < 0 || !Files.exists(file)) {
            return new RunMatch(
                    false, run.root() + " keeps no checkpoint after step " + step + ", so it cannot be compared");
        }
        return StoredCheckpoint.digestOf(file).equals(said.checkpoint())
                ? new RunMatch(true, "the weights are those of " + run.root() + " after step " + step)
                : new RunMatch(false, "the weights are not those of " + run.root() + " after step " + step);
    }
}
