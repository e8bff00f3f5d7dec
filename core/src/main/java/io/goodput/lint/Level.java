package io.goodput.lint;

/** How bad a finding is. The order is from bad to harmless. */
public enum Level {
    /** It cannot be used. */
    ERROR,
    /** It can be used, and fails in a way that the lab shows. */
    WARNING,
    /** It can be used, and is worth a thought: what it costs depends on what is not known here. */
    NOTE;

    /** As it is written: {@code warning}. */
    public String word() {
        return LintWords.of(this);
    }
}
