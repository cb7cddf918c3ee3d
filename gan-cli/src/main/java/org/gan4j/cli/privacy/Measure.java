package org.gan4j.cli.privacy;

import java.util.Locale;
import java.util.function.Function;
import org.gan4j.metrics.privacy.MembershipInference;
import org.gan4j.metrics.privacy.PrivacyMeasures;

/** The lines of the table of {@link PrivacyReport}. */
enum Measure {
    NEARER(
            "nearer to training rows",
            of -> of.nearer().share().toString(),
            of -> percent(of.nearer().share().value()),
            of -> percent(of.nearer().expected())),
    NEARER_Z("  deviation z", of -> format("%.1f", of.nearer().z()), of -> "below 3"),
    COPYING("data copying C_T", of -> format("%.1f", of.copying().statistic()), of -> "above -3"),
    COPIES("copies", of -> String.valueOf(of.duplicates().copies()), of -> "0"),
    DUPLICATES(
            "near-duplicates",
            of -> String.valueOf(of.duplicates().samples().size()),
            of -> format("%.1f", of.duplicates().expected())),
    AUTHENTIC(
            "authentic",
            of -> of.authentic().toString(),
            of -> percent(of.authentic().value()),
            of -> percent(of.authenticHeldOut().value())),
    NEAREST(
            "attack by nearest: AUC",
            of -> auc(of.attacks().byNearest()),
            of -> format("%.3f", of.attacks().byNearest().ranks().auc()),
            of -> "0.5"),
    NEAREST_ADVANTAGE(
            "  advantage",
            of -> advantage(of.attacks().byNearest()),
            of -> format("%.3f", of.attacks().byNearest().advantage().value()),
            of -> "0"),
    NEIGHBORHOOD(
            "attack by neighborhood: AUC",
            of -> auc(of.attacks().byNeighborhood()),
            of -> format("%.3f", of.attacks().byNeighborhood().ranks().auc()),
            of -> "0.5"),
    NEIGHBORHOOD_ADVANTAGE(
            "  advantage",
            of -> advantage(of.attacks().byNeighborhood()),
            of -> format("%.3f", of.attacks().byNeighborhood().advantage().value()),
            of -> "0");

    /** The deviation that counts as a sign of memory: one of 740 without memory. */
    static final double SIGN = 3;

    private final String title;
    private final Function<PrivacyMeasures, String> value;
    private final Function<PrivacyMeasures, String> brief;
    private final Function<PrivacyMeasures, String> expected;

    Measure(String title, Function<PrivacyMeasures, String> value, Function<PrivacyMeasures, String> expected) {
        this(title, value, value, expected);
    }

    Measure(
            String title,
            Function<PrivacyMeasures, String> value,
            Function<PrivacyMeasures, String> brief,
            Function<PrivacyMeasures, String> expected) {
        this.title = title;
        this.value = value;
        this.brief = brief;
        this.expected = expected;
    }

    String title() {
        return title;
    }

    /** Returns the measure, with its interval. */
    String of(PrivacyMeasures measures) {
        return value.apply(measures);
    }

    /** Returns the measure alone. */
    String brief(PrivacyMeasures measures) {
        return brief.apply(measures);
    }

    /** Returns the measure that a generator without memory has. */
    String expected(PrivacyMeasures measures) {
        return expected.apply(measures);
    }

    static String auc(MembershipInference attack) {
        return format(
                "%.3f (%.3f to %.3f)",
                attack.ranks().auc(), attack.ranks().low(), attack.ranks().high());
    }

    static String advantage(MembershipInference attack) {
        return format(
                "%.3f (%.3f to %.3f)",
                attack.advantage().value(),
                attack.advantage().low(),
                attack.advantage().high());
    }

    private static String percent(double share) {
        return format("%.1f %%", 100 * share);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
