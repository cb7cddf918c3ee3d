package org.gan4j.dsl.inference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.application.Plan;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.TextSampler;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.provenance.Provenance;
import org.gan4j.provenance.Provenance.Kind;
import org.gan4j.tensor.engine.Session;
import org.gan4j.training.Checkpoint;
import org.gan4j.training.RunDirectory;
import org.gan4j.training.StoredCheckpoint;

/**
 * The origin of the images that a GAN makes.
 *
 * @param spec its specification
 * @param plan its capabilities
 * @param restored the checkpoint that it was loaded from
 */
public record ImageOrigin(GanSpec spec, Plan plan, Optional<StoredCheckpoint> restored) {
    /** Returns the provenance of images that are made after a step, of which seed and weights are not known. */
    public Provenance after(int step) {
        Provenance plain = unnamed().checkpoint(checkpoint(step)).step(step);
        return run().map(Path::getFileName).map(Path::toString).map(plain::run).orElse(plain);
    }

    /**
     * Returns the provenance of the samples that training writes after a step. The name of the run's folder is not in it, and
     * the checkpoint also if no file is written at this step, so that equal trainings write equal files.
     */
    public Provenance duringTraining(Session session, int step) {
        Optional<String> written = checkpoint(step);
        String digest = written.isPresent()
                ? written.get()
                : Checkpoint.of(session, step).digest();
        return unnamed().checkpoint(Optional.of(digest)).step(step).seed(spec.seed());
    }

    private Provenance unnamed() {
        boolean generates = Stream.of(LatentSampler.class, ConditionalSampler.class, TextSampler.class)
                .anyMatch(plan::has);
        return Provenance.of(
                generates ? Kind.GENERATED : Kind.EDITED, spec.application().name());
    }

    private Optional<Path> run() {
        return spec.runDirectory()
                .or(() -> restored.flatMap(StoredCheckpoint::path)
                        .map(file -> file.toAbsolutePath().getParent().getParent()))
                .map(folder -> folder.toAbsolutePath().normalize());
    }

    private Optional<String> checkpoint(int step) {
        if (restored.isPresent() && restored.get().step() == step) {
            return restored.get().digest();
        }
        return spec.runDirectory()
                .map(run -> new RunDirectory(run).checkpoint(step))
                .filter(Files::exists)
                .flatMap(StoredCheckpoint::digestOf);
    }
}
