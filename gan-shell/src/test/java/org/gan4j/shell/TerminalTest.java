package org.gan4j.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    private static final Map<String, String> RICH =
            Map.of("COLORTERM", "truecolor", "TERM", "xterm-256color", "LANG", "en_US.UTF-8");

    private static Map<String, String> rich(String variable, String value) {
        Map<String, String> changed = new HashMap<>(RICH);
        changed.put(variable, value);
        return changed;
    }

    @ParameterizedTest
    @CsvSource({
        "COLORTERM, truecolor, true",
        "COLORTERM, 24bit, true",
        "COLORTERM, yes, false",
        "COLORTERM, '', false",
        "TERM, dumb, false",
        "NO_COLOR, 1, false",
        "LC_ALL, C, false",
        "LC_ALL, C.UTF-8, true",
        "LANG, C, false"
    })
    void showsColorsWhereTheEnvironmentSaysSo(String variable, String value, boolean colors) {
        assertThat(Terminal.of(rich(variable, value), true, Optional.empty()).colors())
                .isEqualTo(colors);
    }

    @Test
    void aFileGetsNoColors() {
        assertThat(Terminal.of(RICH, false, Optional.empty())).isEqualTo(new Terminal(false, 80));
    }

    @ParameterizedTest
    @CsvSource({"132, 100, 132", ", 100, 100", ", '', 80", ", many, 80", "3, , 20", "9999, , 400"})
    void theWidthIsMeasuredOrThatOfTheEnvironment(Integer measured, String columns, int width) {
        Map<String, String> environment = columns == null ? RICH : rich("COLUMNS", columns);
        assertThat(Terminal.of(environment, true, Optional.ofNullable(measured)).width())
                .isEqualTo(width);
    }

    @Test
    void testsPrintToNoTerminalOrAKnownOne() {
        assertThat(Terminal.current().width()).isBetween(20, 400);
    }
}
