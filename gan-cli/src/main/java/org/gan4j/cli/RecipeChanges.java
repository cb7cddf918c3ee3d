package org.gan4j.cli;

import java.util.List;
import org.gan4j.dsl.experiment.ExperimentDraft;
import org.gan4j.dsl.spec.GanSpec;

/** The changes that a command's options make in a recipe. */
interface RecipeChanges {
    /** Changes keys, as if the recipe's file had been edited. */
    ExperimentDraft in(ExperimentDraft draft);

    /** Changes the specification that was read. */
    GanSpec in(GanSpec spec);

    /** Returns what is changed, for people. */
    List<String> described();
}
