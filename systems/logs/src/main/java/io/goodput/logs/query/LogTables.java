package io.goodput.logs.query;

import java.util.List;
import java.util.stream.Stream;

/**
 * All tables: the one place where they are written down. {@code logs schema} and the page of the cookbook tell them
 * from here.
 */
public final class LogTables {
    private static final LogColumn WEIGHT = new LogColumn(
            "weight",
            "DOUBLE",
            "for how many it stands, where sampling left others out: add this up instead of counting rows",
            "coalesce(weight, 1)");
    private static final LogColumn TENANT = LogColumn.of("tenant", "VARCHAR", "for whom the work is");
    private static final LogColumn TRACE = LogColumn.of("trace", "VARCHAR", "of the trace that it belongs to");
    private static final LogColumn ID = LogColumn.of("id", "VARCHAR", "of the unit of work");
    private static final LogColumn FOR_OPERATION =
            new LogColumn("for_operation", "VARCHAR", "the operation of the work that made it", "operation");

    private static final LogTable REQUESTS = LogTable.of(
            "requests",
            "a unit of work, or a part of a long one",
            LogSource.WORK.function() + "()",
            LogColumn.of("operation", "VARCHAR", "what was asked for"),
            ID,
            new LogColumn("part", "BIGINT", "which part of the unit, from 1", "coalesce(part, 1)"),
            new LogColumn(
                    "last",
                    "BOOLEAN",
                    "whether the unit ended with it: true once for each unit",
                    "coalesce(\"last\", true)"),
            TRACE,
            LogColumn.of("parent", "VARCHAR", "the span that asked for it"),
            LogColumn.of("request", "VARCHAR", "what whoever asked calls it"),
            TENANT,
            LogColumn.of("client", "VARCHAR", "through what it came"),
            LogColumn.of("criticality", "VARCHAR", "CRITICAL_PLUS, CRITICAL, SHEDDABLE_PLUS, SHEDDABLE"),
            LogColumn.of("outcome", "VARCHAR", "SUCCESS, or one of the seven others"),
            LogColumn.of("status", "VARCHAR", "what it was answered with"),
            LogColumn.of("category", "VARCHAR", "the category of the cause of a failure"),
            LogColumn.of("error", "VARCHAR", "the cause in words"),
            LogColumn.of("refusal", "VARCHAR", "the rule that shed it"),
            LogColumn.of("leaked", "VARCHAR", "where it was begun, if nobody ended it"),
            LogColumn.of("us", "BIGINT", "how long it took, in microseconds"),
            LogColumn.of("queue_us", "BIGINT", "how long it waited before it began"),
            LogColumn.of("queue_depth", "BIGINT", "behind how many it waited"),
            LogColumn.of("deadline_us", "BIGINT", "the time it had left when it began"),
            LogColumn.of("bytes_in", "BIGINT", "what it was sent"),
            LogColumn.of("bytes_out", "BIGINT", "what it answered"),
            LogColumn.of("size", "VARCHAR", "its size class"),
            LogColumn.of("kept", "VARCHAR", "why it was written"),
            WEIGHT,
            LogColumn.json("counts", "counter to how often"),
            LogColumn.json("times", "timer to n, us and max_us"),
            LogColumn.json("values", "quantity to n, sum, min and max"),
            LogColumn.json("details", "detail to value"),
            LogColumn.json("cut", "what was shortened or left out for its size"));

    private static final LogTable CALLS = new LogTable(
            "calls",
            "a call that a unit of work made",
            inside(
                    "(\"at\" + coalesce(c.at_us, 0))",
                    FOR_OPERATION,
                    TENANT,
                    TRACE,
                    ID,
                    new LogColumn("call", "BIGINT", "which of the unit's calls, from 1", "number"),
                    new LogColumn("dependency", "VARCHAR", "who was called", "c.dependency"),
                    new LogColumn("operation", "VARCHAR", "what for", "c.operation"),
                    new LogColumn("outcome", "VARCHAR", "how it ended", "c.outcome"),
                    new LogColumn("refusal", "VARCHAR", "why it was refused before it was sent", "c.refusal"),
                    new LogColumn("us", "BIGINT", "how long it took, retries and waits included", "c.us"),
                    new LogColumn("deadline_us", "BIGINT", "the time it had left when it began", "c.deadline_us"),
                    new LogColumn("attempts", "BIGINT", "how often it was sent", "coalesce(len(c.attempts), 0)"),
                    new LogColumn(
                            "hedges",
                            "BIGINT",
                            "how many of them were hedges",
                            "coalesce(len(list_filter(c.attempts, lambda x: x.hedge)), 0)"),
                    WEIGHT),
            NestedSources.CALLS);

    private static final LogTable ATTEMPTS = new LogTable(
            "attempts",
            "an attempt of a call",
            inside(
                    "(\"at\" + coalesce(a.at_us, 0))",
                    FOR_OPERATION,
                    TENANT,
                    TRACE,
                    ID,
                    new LogColumn("call", "BIGINT", "which of the unit's calls, from 1", "number"),
                    new LogColumn("dependency", "VARCHAR", "who was called", "c.dependency"),
                    new LogColumn("operation", "VARCHAR", "what for", "c.operation"),
                    new LogColumn("n", "BIGINT", "which attempt of the call, from 1", "a.n"),
                    new LogColumn("span", "VARCHAR", "its span, which is the parent of the work it led to", "a.span"),
                    new LogColumn("hedge", "BOOLEAN", "whether it is a hedge", "coalesce(a.hedge, false)"),
                    new LogColumn("resource", "VARCHAR", "the endpoint", "a.resource"),
                    new LogColumn("outcome", "VARCHAR", "how it ended", "a.outcome"),
                    new LogColumn("status", "VARCHAR", "what it was answered with", "a.status"),
                    new LogColumn("category", "VARCHAR", "the category of the cause of a failure", "a.category"),
                    new LogColumn("error", "VARCHAR", "the cause in words", "a.error"),
                    new LogColumn("us", "BIGINT", "how long it took", "a.us"),
                    new LogColumn("deadline_us", "BIGINT", "the time it had left when it began", "a.deadline_us"),
                    WEIGHT),
            NestedSources.ATTEMPTS);

    private static final LogTable DEPENDENCIES = new LogTable(
            "dependencies",
            "what a unit of work did with a dependency that it declared, zeros included",
            inside(
                    "\"at\"",
                    FOR_OPERATION,
                    TENANT,
                    TRACE,
                    ID,
                    new LogColumn("dependency", "VARCHAR", "whose figures these are", "e.key"),
                    figure("calls", "calls"),
                    figure("first", "attempts that were the first of a call"),
                    figure("retries", "attempts that were retries"),
                    figure("hedges", "attempts that were hedges"),
                    figure("success", "attempts that ended so; as the next seven"),
                    figure("transient_failure", "attempts"),
                    figure("throttled", "attempts"),
                    figure("timeout", "attempts"),
                    figure("permanent_failure", "attempts"),
                    figure("not_processed", "attempts"),
                    figure("dropped", "attempts"),
                    figure("cancelled", "attempts"),
                    figure("refused", "calls that were refused before they were sent"),
                    map("refusals", "reason to how many were refused"),
                    map("errors", "category to how many attempts failed by it"),
                    figure("us", "time spent in attempts"),
                    map("us_by", "outcome to the time of attempts that ended so"),
                    figure("wait_us", "time that calls waited for permits and between attempts"),
                    figure("bytes_in", "what was sent"),
                    figure("bytes_out", "what was answered"),
                    figure("depth", "the longest queue met"),
                    WEIGHT),
            NestedSources.DEPENDENCIES);

    private static final LogTable DROPS = new LogTable(
            "drops",
            "work shed, calls refused and records lost",
            inside(
                    "\"at\"",
                    LogColumn.of(
                            "what",
                            "VARCHAR",
                            "request: a unit of work that was shed; call: calls to a dependency that were refused; record:"
                                    + " records that telemetry lost"),
                    LogColumn.of("operation", "VARCHAR", "of the work; NULL for records"),
                    LogColumn.of("dependency", "VARCHAR", "of calls"),
                    TENANT,
                    TRACE,
                    LogColumn.of("reason", "VARCHAR", "the rule that said no, or why records were lost"),
                    LogColumn.of("n", "BIGINT", "how many, in this row"),
                    new LogColumn(
                            "weight",
                            "DOUBLE",
                            "for how many rows it stands: add up n * weight",
                            "coalesce(weight, 1)")),
            DropsSource.SQL);

    private static final LogTable ACCOUNTING = LogTable.of(
            "accounting",
            "where all records of a process went, since it began",
            LogSource.ACCOUNTING.function() + "()",
            LogColumn.of("begun", "BIGINT", "records that were due"),
            LogColumn.of("open", "BIGINT", "of units that have not ended"),
            LogColumn.of("written", "BIGINT", "in a frame that was flushed"),
            LogColumn.of("sampled_out", "BIGINT", "left out by sampling"),
            LogColumn.json("dropped", "reason to how many were lost"),
            LogColumn.of("late", "BIGINT", "things told to a unit that had ended"),
            LogColumn.of("leaked", "BIGINT", "units that nobody ended"));

    private static final LogTable HEALTH = LogTable.of(
            "health",
            "a change of how the writer of records does",
            LogSource.HEALTH.function() + "()",
            LogColumn.of("mode", "VARCHAR", "all, sampled, errors, counts or off"),
            LogColumn.of("why", "VARCHAR", "why"),
            LogColumn.of("free_bytes", "BIGINT", "what is free of the disk"),
            LogColumn.of("free_share", "DOUBLE", "the same, of the whole"));

    private static final LogTable POLICIES = LogTable.of(
            "policies",
            "what a policy has done since the process began, once in ten seconds",
            LogSource.POLICY.function() + "()",
            LogColumn.of("policy", "VARCHAR", "breaker, limit, rate-limit, throttle, balancer, and so on"),
            LogColumn.of("name", "VARCHAR", "of which guard or server"),
            LogColumn.json("counts", "figure to number, cumulative"));

    private static final LogTable PROCESS = LogTable.of(
            "process",
            "what a process uses, once in ten seconds",
            LogSource.PROCESS.function() + "()",
            LogColumn.of("cpu_us", "BIGINT", "CPU time since the last"),
            LogColumn.of("cpus", "DOUBLE", "how many there are"),
            LogColumn.of("heap_bytes", "BIGINT", "heap in use"),
            LogColumn.of("heap_max_bytes", "BIGINT", "heap at most"),
            LogColumn.of("gc_us", "BIGINT", "pauses for garbage since the last, together"),
            LogColumn.of("gc_pauses", "BIGINT", "how many"),
            LogColumn.of("threads", "BIGINT", "threads alive"),
            LogColumn.of("descriptors", "BIGINT", "open files and sockets"),
            LogColumn.of("descriptors_max", "BIGINT", "at most"),
            LogColumn.of("disk_free_bytes", "BIGINT", "free where records are written"),
            LogColumn.of("up_us", "BIGINT", "since the process began"));

    private static final LogTable LINES = LogTable.of(
            "lines",
            "any line that is an object, of whoever wrote it",
            LogSource.LINES.function() + "()",
            LogColumn.of("kind", "VARCHAR", "of record"),
            LogColumn.json("line", "all of it: line->>'level' is a field as text"));

    /** In the order in which they are shown. */
    public static final List<LogTable> ALL =
            List.of(REQUESTS, CALLS, ATTEMPTS, DEPENDENCIES, DROPS, ACCOUNTING, HEALTH, POLICIES, PROCESS, LINES);

    private LogTables() {}

    /** Columns in front that others have too, and then its own. */
    private static List<LogColumn> inside(String micros, LogColumn... columns) {
        return Stream.concat(
                        Stream.of(
                                new LogColumn(
                                        "time", "TIMESTAMP", "when it began, in UTC", "make_timestamp(" + micros + ")"),
                                LogColumn.of("service", "VARCHAR", "who writes"),
                                LogColumn.of("instance", "VARCHAR", "which of its processes"),
                                LogColumn.of("release", "VARCHAR", "which version of it ran")),
                        Stream.of(columns))
                .toList();
    }

    private static LogColumn figure(String name, String meaning) {
        return new LogColumn(name, "BIGINT", meaning, "e.value." + name);
    }

    private static LogColumn map(String name, String meaning) {
        return new LogColumn(name, "MAP(VARCHAR, BIGINT)", meaning, "e.value." + name);
    }
}
