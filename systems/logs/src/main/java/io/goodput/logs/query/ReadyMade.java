package io.goodput.logs.query;

import java.time.Duration;

/**
 * The questions that come again and again, as the SQL that anybody may take and change. Counts are of what happened,
 * not of rows: each row stands for {@code weight} of them, and a unit of several parts counts once, with the last.
 */
public final class ReadyMade {
    private ReadyMade() {}

    /** The units that took longest, parts together. */
    public static String slow(QuestionFilter filter, int most) {
        return """
                with units as (
                  select time, service, operation, tenant, outcome, category, us, queue_us, trace, id
                  from requests
                  where last and part = 1
                  union all
                  select min(time), service, any_value(operation), any_value(tenant), arg_max(outcome, part),
                    arg_max(category, part), sum(us)::BIGINT, max(queue_us), any_value(trace), id
                  from requests
                  where not (last and part = 1)
                  group by service, id)
                select time, us, queue_us, service, operation, tenant, outcome, category, trace, id
                from units
                %sorder by us desc nulls last, time
                limit %d""".formatted(filter.where("", "operation"), most);
    }

    /** What failed, by operation and cause: how often, of how many, first and last seen, with an example. */
    public static String errors(QuestionFilter filter, int most) {
        return """
                with causes as (
                  select operation, outcome, category, sum(weight) as n, min(time) as first_seen, max(time) as last_seen,
                    arg_max(error, time) as example, arg_max(trace, time) as trace
                  from requests
                %s  group by operation, outcome, category)
                select operation, outcome, category, n, n / sum(n) over (partition by operation) as share,
                  first_seen, last_seen, example, trace
                from causes
                qualify outcome <> 'SUCCESS'
                order by n desc, operation, outcome, category
                limit %d""".formatted(filter.where("  ", "operation", "last"), most);
    }

    /** Who asks for most, fails most and costs most time; {@code plus_minus} is the standard error of sampling. */
    public static String top(TopBy by, QuestionFilter filter, int most) {
        return """
                select %s, coalesce(sum(weight) filter (where last), 0) as requests,
                  sqrt(coalesce(sum(weight * (weight - 1)) filter (where last), 0)) as plus_minus,
                  sum(weight) filter (where last) / sum(sum(weight) filter (where last)) over () as share,
                  coalesce(sum(weight) filter (where last and outcome <> 'SUCCESS'), 0) as failures,
                  sum(us * weight) / 1e6 as seconds, sum(bytes_in * weight) as bytes_in, sum(bytes_out * weight) as bytes_out
                from requests
                %sgroup by 1
                order by requests desc nulls last, 1
                limit %d""".formatted(by.expression(), by.where(filter), most);
    }

    /** How many were in work at once, by Little's law: how often, times how long. */
    public static String concurrency(QuestionFilter filter, Duration step) {
        long micros = step.toNanos() / 1000;
        return """
                select time_bucket(interval '%1$d microseconds', time) as time,
                  coalesce(sum(weight) filter (where last), 0) as requests,
                  sum(us * weight) / sum(weight) / 1000 as avg_ms,
                  sum(us * weight) / %1$d as concurrency
                from requests
                %2$sgroup by 1
                order by 1""".formatted(micros, filter.where("", "operation", "time is not null"));
    }

    /** What calls to others came to, and what of the time they took. A line for each outcome, zeros included. */
    public static String dependencies(QuestionFilter filter) {
        return """
                with figures as (
                  select dependency, sum(calls * weight) as calls, sum(retries * weight) as retries,
                    sum(hedges * weight) as hedges, sum(refused * weight) as refused, sum(us * weight) as us,
                    sum(success * weight) as "SUCCESS", sum(transient_failure * weight) as "TRANSIENT_FAILURE",
                    sum(throttled * weight) as "THROTTLED", sum(timeout * weight) as "TIMEOUT",
                    sum(permanent_failure * weight) as "PERMANENT_FAILURE",
                    sum(not_processed * weight) as "NOT_PROCESSED", sum(dropped * weight) as "DROPPED",
                    sum(cancelled * weight) as "CANCELLED"
                  from dependencies
                %1$s  group by dependency),
                outcomes as (
                  select *
                  from figures
                  unpivot (attempts for outcome in ("SUCCESS", "TRANSIENT_FAILURE", "THROTTLED", "TIMEOUT",
                    "PERMANENT_FAILURE", "NOT_PROCESSED", "DROPPED", "CANCELLED"))),
                ranked as (
                  select dependency, outcome, us, sum(weight) over (partition by dependency, outcome) as whole,
                    sum(weight) over (partition by dependency, outcome order by us) as reached
                  from attempts
                %2$s),
                times as (
                  select dependency, outcome, min(us) filter (where reached >= 0.5 * whole) as p50_us,
                    min(us) filter (where reached >= 0.99 * whole) as p99_us
                  from ranked
                  group by dependency, outcome)
                select dependency, calls, retries, hedges, refused, outcome, attempts, p50_us, p99_us,
                  outcomes.us / (select sum(us * weight)
                    from requests
                %3$s  ) as time_share
                from outcomes
                left join times using (dependency, outcome)
                order by outcomes.us desc, dependency, attempts desc, outcome""".formatted(
                        filter.where("  ", "for_operation"),
                        filter.where("  ", "for_operation", "us is not null"),
                        filter.where("    ", "operation"));
    }

    /** What was shed, refused or lost, by reason. */
    public static String drops(QuestionFilter filter, int most) {
        return """
                select what, operation, dependency, reason, sum(n * weight) as n, min(time) as first_seen,
                  max(time) as last_seen, arg_max(trace, time) as trace
                from drops
                %sgroup by what, operation, dependency, reason
                order by n desc, what, operation, dependency, reason
                limit %d""".formatted(filter.where("", "operation"), most);
    }
}
