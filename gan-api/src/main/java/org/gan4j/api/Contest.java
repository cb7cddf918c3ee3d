package org.gan4j.api;

import java.util.List;
import org.gan4j.api.Objective.Term;
import org.gan4j.tensor.Tensor;

/** What generator and critic play about: what an application feeds the two players with that every adversarial game has. */
public interface Contest {
    /** What the critic shall take for real. */
    Tensor real(Move move);

    /** What the generator makes. */
    Tensor fake(Move move);

    /**
     * What the critic says of samples: one score a sample, [N], and any heads. A regulariser may ask this of samples in
     * between, so any condition comes from the move, the same for real samples and for fakes.
     */
    Outputs judge(Move move, Tensor samples);

    /** What the critic minimises besides. */
    default List<Term> criticTerms(Encounter encounter) {
        return List.of();
    }

    /** What the generator minimises besides. */
    default List<Term> generatorTerms(Encounter encounter) {
        return List.of();
    }

    /** What is known in a move: both kinds of samples, and what the critic says of them. */
    record Encounter(Move move, Tensor real, Tensor fake, Outputs onReal, Outputs onFake) {}
}
