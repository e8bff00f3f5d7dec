package io.goodput.lint;

/**
 * Something dangerous in settings that are valid.
 *
 * @param level how bad it is
 * @param rule what it breaks
 * @param subject whose settings: the name of a guard, or of a part of a scenario
 * @param setting which of them, as a configuration file writes its keys: {@code retry.backoff}; empty for all
 * @param message what is found, in one sentence without its end, with the figures
 */
public record Finding(Level level, LintRule rule, String subject, String setting, String message) {
    /**
     * For a person: {@code warning: inventory.retry: 3 attempts … [retry-without-budget, docs/policies/retry.md#…]}.
     */
    @Override
    public String toString() {
        String of = setting.isEmpty() ? subject : subject + "." + setting;
        return level.word() + ": " + of + ": " + message + " [" + rule.code() + ", " + rule.page() + "]";
    }
}
