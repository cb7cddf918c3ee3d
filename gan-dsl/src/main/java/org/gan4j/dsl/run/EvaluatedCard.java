package org.gan4j.dsl.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.gan4j.tensor.io.AtomicFile;
import org.gan4j.tensor.io.Uninterrupted;
import org.gan4j.training.RunDirectory;

/** The model card of a run that was evaluated after its training. */
public final class EvaluatedCard {
    private EvaluatedCard() {}

    /**
     * Writes the latest evaluation of a run into its model card. All else stays as it is, such as what a person wrote there;
     * so does a card without a section for evaluations, and a run without a card.
     *
     * @throws UncheckedIOException if the card cannot be read or written
     */
    public static void refresh(RunDirectory run) {
        if (!Files.isRegularFile(run.modelCard())) {
            return;
        }
        String card;
        try {
            card = Uninterrupted.get(() -> Files.readString(run.modelCard()));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + run.modelCard() + ": " + failed, failed);
        }
        int from = card.indexOf(ModelCard.EVALUATION + "\n");
        int to = card.indexOf(ModelCard.AFTER_EVALUATION + "\n", Math.max(0, from));
        if (from >= 0 && to > from) {
            String section = ModelCard.EVALUATION + "\n\n" + ModelCard.evaluation(run) + "\n\n";
            AtomicFile.write(run.modelCard(), card.substring(0, from) + section + card.substring(to));
        }
    }
}
