package io.goodput.lint;

import java.util.Locale;

/** Constants as they are written in files and messages: {@code retry-without-budget}. */
final class LintWords {
    private LintWords() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
