package io.goodput.lint;

/** What is looked for. Each rule rests on a scenario in which it is broken, and the failure is seen. */
public enum LintRule {
    /** Nothing bounds the retries while all calls fail: each adds its own to the load. */
    RETRY_WITHOUT_BUDGET("docs/policies/retry.md", "open-closed"),
    /** Retries are sent at once, into the very failure that they are for. */
    RETRY_WITHOUT_BACKOFF("docs/policies/retry.md", "retry-storm"),
    /** A budget that refuses hardly any retry: it holds too many, or gets one back with each success. */
    BUDGET_WITHOUT_BOUND("docs/policies/retry.md", "examples/lint/budget.yaml"),
    /** A wait that outlasts the deadline is refused, so that there is no retry. */
    BACKOFF_ABOVE_DEADLINE("docs/policies/retry.md", "examples/lint/second-attempt.yaml"),
    /** Each slow call may be sent twice, so that a burst doubles the load that made them slow. */
    HEDGE_WITHOUT_BUDGET("docs/policies/hedging.md", "hedging-burst"),
    /** A call without an end: what hangs holds its caller's slot for ever. */
    DEADLINE_MISSING("docs/policies/deadlines.md", "slow-dependency"),
    /** The first attempt that hangs takes all of the call's time, and none is left to try again. */
    TIMEOUT_ABOVE_DEADLINE("docs/policies/timeouts.md", "examples/lint/timeout.yaml"),
    /** An attempt that hangs leaves the next one hardly any of the call's time. */
    NO_SECOND_ATTEMPT("docs/policies/timeouts.md", "examples/lint/second-attempt.yaml"),
    /** All endpoints fail together. */
    ONE_ZONE("docs/policies/balancing.md", "examples/lint/zones.yaml"),
    /** More is let in than the dependency can do in time, or than gives it the most throughput. */
    LIMIT_ABOVE_KNEE("docs/policies/concurrency-limit.md", "limit-shared"),
    /** Retries at several layers multiply. */
    RETRIES_IN_LAYERS("docs/policies/retry.md", "retry-layers");

    private final String file;
    private final String scenario;

    LintRule(String file, String scenario) {
        this.file = file;
        this.scenario = scenario;
    }

    /** As files and messages write it: {@code retry-without-budget}. */
    public String code() {
        return LintWords.of(this);
    }

    /** The page that says why and what to do: {@code docs/policies/retry.md#retry-without-budget}. */
    public String page() {
        return file + "#" + code();
    }

    /** What shows the danger: the name of a scenario that comes with the lab, or a file with one. */
    public String scenario() {
        return scenario;
    }
}
