package org.gan4j.api.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of texts in any script. */
final class Words {
    /** A Chinese character, a symbol, or a run of letters, marks and digits. */
    private static final Pattern WORD = Pattern.compile(
            "\\p{IsHan}|[\\p{S}#%*@]|[\\p{L}\\p{N}&&[^\\p{IsHan}]][\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}]]*");

    /** English words without a meaning of their own; "s" is what remains of "'s". */
    private static final Set<String> STOP_WORDS = Set.of(
            "a", "an", "and", "are", "at", "by", "for", "from", "in", "is", "it", "its", "of", "on", "s", "the", "to",
            "with");

    private Words() {}

    /** Returns the words of a text in order, in Unicode's form NFKC and lower case, without stop words. */
    static List<String> of(String text) {
        String normalized = Normalizer.normalize(
                Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
        return WORD.matcher(normalized)
                .results()
                .map(MatchResult::group)
                .filter(word -> !STOP_WORDS.contains(word))
                .toList();
    }
}
