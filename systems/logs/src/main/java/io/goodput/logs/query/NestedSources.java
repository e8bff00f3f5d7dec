package io.goodput.logs.query;

/** What tables stand on whose rows are inside of records. What is no JSON there is no row. */
final class NestedSources {
    private static final String OF_UNIT = "\"at\", service, instance, release, operation, tenant, trace, id, weight";

    private static final String CALL = """
            {"dependency": "VARCHAR", "operation": "VARCHAR", "at_us": "BIGINT", "us": "BIGINT", "outcome": "VARCHAR", \
            "refusal": "VARCHAR", "deadline_us": "BIGINT", "attempts": [{"n": "BIGINT", "span": "VARCHAR", \
            "hedge": "BOOLEAN", "resource": "VARCHAR", "at_us": "BIGINT", "us": "BIGINT", "outcome": "VARCHAR", \
            "status": "VARCHAR", "category": "VARCHAR", "error": "VARCHAR", "deadline_us": "BIGINT"}]}""";

    private static final String DEPENDENCY = """
            STRUCT(calls BIGINT, first BIGINT, retries BIGINT, hedges BIGINT, success BIGINT, \
            transient_failure BIGINT, throttled BIGINT, timeout BIGINT, permanent_failure BIGINT, not_processed BIGINT, \
            dropped BIGINT, cancelled BIGINT, refused BIGINT, refusals MAP(VARCHAR, BIGINT), \
            errors MAP(VARCHAR, BIGINT), us BIGINT, us_by MAP(VARCHAR, BIGINT), wait_us BIGINT, bytes_in BIGINT, \
            bytes_out BIGINT, depth BIGINT)""";

    /** A row for each call: {@code c}, and {@code number} from 1. */
    static final String CALLS = """
            (select %s, unnest(cs) as c, unnest(range(1, len(cs) + 1)) as number \
            from (select %s, try(from_json(calls, '[%s]')) as cs from records_of_work()))""".formatted(OF_UNIT, OF_UNIT, CALL);

    /** A row for each attempt: {@code a}, of the call {@code c}. */
    static final String ATTEMPTS = "(select %s, c, number, unnest(c.attempts) as a from %s)".formatted(OF_UNIT, CALLS);

    /** A row for each dependency that a record tells of: {@code e.key} and {@code e.value}. */
    static final String DEPENDENCIES = """
            (select %s, unnest(map_entries(try(from_json(dependencies, '"MAP(VARCHAR, %s)"')))) as e \
            from records_of_work())""".formatted(OF_UNIT, DEPENDENCY);

    private NestedSources() {}
}
