package io.goodput.logs.query;

/**
 * All that did not happen, as one table: work that a server shed, calls that a guard refused, and what telemetry lost
 * of its own records, which it tells as totals: a row is by how much one grew.
 */
final class DropsSource {
    static final String SQL = """
            (select "at", service, instance, release, 'request' as what, operation, null as dependency, tenant, trace, \
            refusal as reason, 1::BIGINT as n, weight \
            from records_of_work() where refusal is not null \
            union all by name \
            select "at", service, instance, release, 'call' as what, operation, dependency, tenant, trace, \
            r.key as reason, r.value as n, weight \
            from (select * exclude (e), e.key as dependency, unnest(map_entries(e.value.refusals)) as r from %s) \
            where r.value > 0 \
            union all by name \
            select "at", service, instance, release, 'record' as what, reason, \
            (total - if(total < before, 0, before))::BIGINT as n, 1::DOUBLE as weight \
            from (select *, lag(total, 1, 0) over (partition by service, instance, reason order by "at") as before \
            from (select "at", service, instance, release, d.key as reason, d.value as total \
            from (select *, unnest(map_entries(try(from_json(dropped, '"MAP(VARCHAR, BIGINT)"')))) as d \
            from records_of_accounting()))) where total <> before)""".formatted(NestedSources.DEPENDENCIES);

    private DropsSource() {}
}
