package org.gan4j.training.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The metrics of the latest steps of a phase.
 *
 * @param step the number of completed steps
 * @param series the metrics by name, such as {@code gradient.generator}
 */
public record MetricsWindow(int step, Map<String, Series> series) {
    private static final String GRADIENT = "gradient.";
    private static final String CRITIC = "critic";

    /** Copies the metrics. */
    public MetricsWindow {
        series = new TreeMap<>(series);
    }

    /** Returns the names of the players, sorted. */
    public List<String> players() {
        return series.keySet().stream()
                .filter(name -> name.startsWith(GRADIENT))
                .map(name -> name.substring(GRADIENT.length()))
                .toList();
    }

    /** Returns the names of the players that are critics: those whose names contain "critic". */
    public List<String> critics() {
        return players().stream().filter(MetricsWindow::isCritic).toList();
    }

    /** Returns the names of the players that are no critics. */
    public List<String> generators() {
        return players().stream().filter(player -> !isCritic(player)).toList();
    }

    private static boolean isCritic(String player) {
        return player.contains(CRITIC);
    }

    /** Returns the norms of a player's gradient. */
    public Series gradient(String player) {
        return series.get(GRADIENT + player);
    }

    /** Returns a player's adversarial loss, without its regularizers, or its whole loss if that is its only term. */
    public Series loss(String player) {
        Series adversarial = series.get("loss." + player + ".adversarial");
        return adversarial == null ? series.get("loss." + player) : adversarial;
    }
}
