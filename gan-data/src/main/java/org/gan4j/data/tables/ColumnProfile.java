package org.gan4j.data.tables;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.api.data.tables.IdentifierRule;
import org.gan4j.api.data.tables.MomentText;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.data.numbers.Numeral;

/** What is known of a column after some rows, and what it holds according to them. */
final class ColumnProfile {
    /** The different values that are counted. */
    private static final int MOST_COUNTED = 50_000;
    /** The categories that are learned; the others are rare. */
    private static final int MOST_CATEGORIES = 1000;
    /** The rows below which different values are no sign of an identifier or of text. */
    private static final int FEW = 20;

    private static final double WORDS_OF_TEXT = 3;
    /** The share of different values above which words are taken for names of persons or things, which are not learned. */
    private static final double MOST_DIFFERENT = 0.9;

    private static final Set<Set<String>> FLAGS =
            Set.of(Set.of("true", "false"), Set.of("yes", "no"), Set.of("t", "f"), Set.of("y", "n"), Set.of("0", "1"));
    private static final Set<String> YES = Set.of("true", "yes", "t", "y", "1");
    private static final Pattern IDENTIFIER = Pattern.compile("(?i:(.*[_ -])?(id|uuid|guid|key))|.*[a-z]Id");
    private static final Pattern UUID = Pattern.compile("(?i)\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,100}");
    /** Whole numbers below this are exact as doubles. */
    private static final double EXACT = 1L << 53;

    private static final Pattern ZERO_IN_FRONT = Pattern.compile("[-+]?0\\d+(\\.\\d*)?");
    private static final Pattern OF_LETTERS_AND_DIGITS = Pattern.compile("(?=.*\\d)[\\p{Alnum}_-]{4,}");

    private final String name;
    private final Map<String, Integer> counts = new HashMap<>();
    /** The forms of dates that all values have. */
    private final List<MomentRange> moments = new ArrayList<>(MomentText.PATTERNS.stream()
            .map(MomentText::new)
            .map(MomentRange::new)
            .toList());

    private long rows;
    private long present;
    private long words;
    private boolean manyValues;
    private boolean repeated;
    private boolean numbers = true;
    private boolean exact = true;
    private boolean padded = true;
    private int decimals;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private boolean counting = true;
    private boolean whole = true;
    private boolean uuids = true;
    private String first = "";
    private String form = "";
    private String longest = "";
    private boolean oneForm = true;
    private long last;

    /** The range of a column if its values have a form of dates. */
    private static final class MomentRange {
        private final MomentText text;
        private long least = Long.MAX_VALUE;
        private long greatest = Long.MIN_VALUE;

        MomentRange(MomentText text) {
            this.text = text;
        }

        /** Returns whether the value has the form. */
        boolean add(String value) {
            OptionalLong seconds = text.seconds(value);
            seconds.ifPresent(known -> {
                least = Math.min(least, known);
                greatest = Math.max(greatest, known);
            });
            return seconds.isPresent();
        }

        ColumnType type() {
            return new ColumnType.Moments(text.pattern(), least, greatest);
        }
    }

    ColumnProfile(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Takes a value into account, which is empty if it is missing. */
    void add(String value) {
        rows++;
        if (value.isEmpty()) {
            return;
        }
        present++;
        if (present == 1) {
            first = value;
            form = form(value);
        }
        count(value);
        words += 1 + value.chars().filter(Character::isWhitespace).count();
        uuids = uuids && UUID.matcher(value).matches();
        String own = form(value);
        oneForm = oneForm && form.equals(own);
        longest = own.length() > longest.length() ? own : longest;
        addNumber(value);
        moments.removeIf(range -> !range.add(value));
    }

    private void count(String value) {
        if (!manyValues || counts.containsKey(value)) {
            repeated |= counts.merge(value, 1, Integer::sum) > 1;
        }
        manyValues |= counts.size() > MOST_COUNTED;
    }

    private void addNumber(String value) {
        if (!numbers) {
            return;
        }
        double number = Numeral.parsed(value).orElse(Double.NaN);
        if (!Double.isFinite(number) || ZERO_IN_FRONT.matcher(value).matches()) {
            numbers = false;
            return;
        }
        int point = value.indexOf('.');
        int digits = point < 0 ? 0 : value.length() - point - 1;
        if (digits > ColumnType.Numbers.MOST_DECIMALS) {
            numbers = false;
            return;
        }
        exact = exact && !value.contains("e") && !value.contains("E");
        padded = padded && (present == 1 || digits == decimals);
        decimals = Math.max(decimals, digits);
        least = Math.min(least, number);
        greatest = Math.max(greatest, number);
        counting = counting
                && WHOLE.matcher(value).matches()
                && Math.abs(number) < EXACT
                && (present == 1 || number == last + 1);
        whole = whole && WHOLE.matcher(value).matches();
        last = (long) number;
    }

    /** Returns the form of a word: A for capital letters, a for others, 0 for digits, and all else as it is. */
    private static String form(String value) {
        StringBuilder form = new StringBuilder();
        value.codePoints()
                .map(c -> Character.isUpperCase(c) ? 'A' : Character.isLetter(c) ? 'a' : Character.isDigit(c) ? '0' : c)
                .forEach(form::appendCodePoint);
        return form.toString();
    }

    /**
     * Returns the column.
     *
     * @param known what it holds; empty if that is to be found out
     * @throws IllegalArgumentException if there were no rows, or it cannot hold what it should
     */
    TableColumn column(Optional<HeldKind> known) {
        if (rows == 0) {
            throw new IllegalArgumentException(
                    "the table has no rows, so it does not show what its column " + name + " holds");
        }
        return new TableColumn(name, known.map(this::type).orElseGet(this::type), 1 - present / (double) rows);
    }

    private ColumnType type() {
        if (counts.size() <= 1) {
            return new ColumnType.Constant(first);
        }
        return identifiers()
                .or(this::flag)
                .or(this::numbers)
                .or(this::moments)
                .or(this::text)
                .orElseGet(this::categories);
    }

    private ColumnType type(HeldKind kind) {
        if (counts.isEmpty()) {
            return new ColumnType.Constant("");
        }
        Optional<ColumnType> type =
                switch (kind) {
                    case NUMBERS -> numbers();
                    case DATES -> moments();
                    case CATEGORIES -> Optional.of(categories());
                    case IDENTIFIERS -> Optional.of(asIdentifiers());
                    case TEXT -> Optional.of(new ColumnType.FreeText());
                };
        return type.orElseThrow(() -> new IllegalArgumentException("the column " + name + " does not hold "
                + kind.name().toLowerCase(Locale.ROOT) + " alone, but " + type().summary()
                + ": correct the file, or name another kind"));
    }

    private ColumnType asIdentifiers() {
        if (uuids) {
            return new ColumnType.Identifiers(IdentifierRule.UUID, "");
        }
        ColumnType.Identifiers formed = new ColumnType.Identifiers(IdentifierRule.FORM, longest);
        boolean enough = formed.different().compareTo(BigInteger.valueOf(present)) >= 0;
        return numbers && whole || !enough
                ? new ColumnType.Identifiers(IdentifierRule.COUNT, counting ? first : "1")
                : formed;
    }

    private boolean allDifferent() {
        return !repeated;
    }

    private Optional<ColumnType> identifiers() {
        if (!allDifferent()) {
            return Optional.empty();
        }
        boolean named = IDENTIFIER.matcher(name).matches();
        boolean counted = numbers && whole && (named || counting && present >= FEW);
        boolean formed = !numbers
                && oneForm
                && OF_LETTERS_AND_DIGITS.matcher(first).matches()
                && moments.isEmpty()
                && (named || present >= FEW);
        return uuids || counted || formed ? Optional.of(asIdentifiers()) : Optional.empty();
    }

    private Optional<ColumnType> flag() {
        if (counts.size() != 2) {
            return Optional.empty();
        }
        List<String> both = new ArrayList<>(counts.keySet());
        both.sort(Comparator.comparing(word -> YES.contains(word.toLowerCase(Locale.ROOT))));
        Set<String> lower =
                both.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return FLAGS.contains(lower)
                ? Optional.of(new ColumnType.Flag(both.get(0), both.get(1), counts.get(both.get(1)) / (double) present))
                : Optional.empty();
    }

    private Optional<ColumnType> numbers() {
        if (!numbers) {
            return Optional.empty();
        }
        int digits = exact ? decimals : Math.max(decimals, digitsOf(least, greatest));
        return Optional.of(new ColumnType.Numbers(digits, exact && padded, least, greatest));
    }

    /** Returns the digits after the point that tell a millionth of the range, for numbers with exponents. */
    private static int digitsOf(double least, double greatest) {
        return greatest > least
                ? (int) Math.max(
                        0, Math.min(ColumnType.Numbers.MOST_DECIMALS, Math.ceil(6 - Math.log10(greatest - least))))
                : 0;
    }

    private Optional<ColumnType> moments() {
        return moments.stream().findFirst().map(MomentRange::type);
    }

    private Optional<ColumnType> text() {
        boolean sentences = words >= WORDS_OF_TEXT * present;
        boolean different = manyValues || counts.size() > present / 2;
        boolean personal = allDifferent() || counts.size() > MOST_DIFFERENT * present;
        return present >= FEW && (personal || sentences && different)
                ? Optional.of(new ColumnType.FreeText())
                : Optional.empty();
    }

    private ColumnType categories() {
        List<String> values = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        int kept = Math.min(values.size(), MOST_CATEGORIES);
        List<String> learned = values.subList(0, kept);
        List<Double> shares = learned.stream()
                .map(value -> counts.get(value) / (double) present)
                .toList();
        return new ColumnType.Categories(learned, shares, values.size() - kept);
    }
}
