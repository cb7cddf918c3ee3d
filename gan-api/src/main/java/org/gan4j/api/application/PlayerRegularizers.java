package org.gan4j.api.application;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.application.AdversarialModel.ScoredBatch;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.Regularizer.Role;
import org.gan4j.api.network.Network;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Variable;

/**
 * The regularizers of one player of a pair.
 *
 * @param pair the pair
 * @param role which of the two players
 * @param player the name of the player
 * @param byName the regularizers, by names that are unique for the player
 * @param parameters the trained variables of the player
 */
record PlayerRegularizers(
        AdversarialPlayers pair, Role role, String player, Map<String, Regularizer> byName, List<Variable> parameters) {
    private static final String REGULARIZER = "regularizer";

    static PlayerRegularizers of(AdversarialPlayers pair, Role role, String player, List<Network> networks) {
        List<Regularizer> own = pair.components().regularizers().stream()
                .filter(regularizer -> regularizer.player() == role)
                .toList();
        List<Variable> parameters = networks.stream()
                .flatMap(network -> network.parameters().stream())
                .toList();
        return new PlayerRegularizers(pair, role, player, UniqueNames.of(own), parameters);
    }

    /** Returns the state variables of all regularizers. */
    List<Variable> state() {
        return byName.keySet().stream()
                .flatMap(name -> state(name).values().stream())
                .toList();
    }

    /** Returns the state variables of a regularizer, by the names that it gives them. */
    Map<String, Variable> state(String name) {
        Map<String, Variable> state = new LinkedHashMap<>();
        byName.get(name)
                .state(parameters)
                .forEach((key, initial) ->
                        state.put(key, Variable.of(String.join("/", REGULARIZER, player, name, key), initial)));
        return state;
    }

    /**
     * Returns the term of each regularizer.
     *
     * @param stream the name of further random streams, or empty for the first ones of the update
     */
    List<Term> terms(ScoredBatch batch, String stream) {
        List<Term> terms = new ArrayList<>();
        // in the order of byName, whose names are those of random streams and of state
        Iterator<String> termNames = UniqueNames.of(List.copyOf(byName.values()), Regularizer::termName)
                .keySet()
                .iterator();
        byName.forEach((name, regularizer) -> {
            String term = termNames.next();
            RandomKey key = random(batch).child(name);
            // a term that is not added costs nothing, since no value of the step needs it
            boolean updating = regularizer.updatesEveryStep() || batch.update().isDue(regularizer.period());
            PairRegularizerContext context = new PairRegularizerContext(
                    term,
                    pair.model(),
                    batch,
                    parameters,
                    state(name),
                    updating,
                    stream.isEmpty() ? key : key.child(stream));
            terms.add(new Term(term, regularizer.penalty(context), regularizer.period()));
        });
        return terms;
    }

    /** The critic's default name is no part of the stream: it would draw other numbers than before pairs had names. */
    private RandomKey random(ScoredBatch batch) {
        RandomKey random = batch.update().random(REGULARIZER);
        return player.equals(AdversarialPlayers.CRITIC) ? random : random.child(player);
    }
}
