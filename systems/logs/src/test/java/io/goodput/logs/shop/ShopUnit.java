package io.goodput.logs.shop;

import io.goodput.Outcome;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A unit of work of the shop while it is done: the time goes on with what it does. */
final class ShopUnit {
    /** One way over the network, in microseconds. */
    private static final long WIRE = 300;

    private final ShopTraffic shop;
    private final String service;
    private final String operation;
    private final String trace;
    private final @Nullable String parent;
    private final String id;
    private final long left;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Sum> dependencies = new LinkedHashMap<>();
    private final long arrival;
    private long begin;
    private long now;
    private long queued;
    private int part = 1;
    private ArrayNode calls;

    /** Whoever is asked, from when to how. */
    interface Callee {
        ShopAnswer asked(long at, String span, long left);
    }

    private static final class Sum {
        private long calls;
        private long first;
        private long retries;
        private long hedges;
        private long micros;
        private final Map<Outcome, Long> outcomes = new LinkedHashMap<>();
    }

    ShopUnit(
            ShopTraffic shop,
            String service,
            String operation,
            long at,
            String trace,
            @Nullable String parent,
            long left) {
        this.shop = shop;
        this.service = service;
        this.operation = operation;
        this.trace = trace;
        this.parent = parent;
        this.left = left;
        this.id = shop.hex();
        this.arrival = at;
        this.begin = at;
        this.now = at;
        this.calls = new ShopLine(service, at, "work").node.putArray("calls");
        shop.units.merge(service, 1L, Long::sum);
    }

    ShopUnit put(String name, String value) {
        texts.put(name, value);
        return this;
    }

    void queued(long micros) {
        queued = micros;
        now += micros;
        begin = now;
    }

    void works(long micros) {
        now += micros;
    }

    void declares(String dependency) {
        sum(dependency);
    }

    private Sum sum(String dependency) {
        return dependencies.computeIfAbsent(dependency, _ -> new Sum());
    }

    private long remaining() {
        return Math.max(0, arrival + left - now);
    }

    Outcome calls(String dependency, String operation, int most, long limit, Callee callee) {
        ObjectNode call = open(dependency, operation);
        ArrayNode attempts = call.putArray("attempts");
        long from = now;
        Outcome outcome = Outcome.SUCCESS;
        for (int n = 1; n <= most; n++) {
            if (n > 1) {
                now += 20_000;
            }
            String span = shop.hex();
            ShopAnswer answer = callee.asked(now + WIRE, span, remaining());
            boolean isLate = answer.micros() + 2 * WIRE > limit;
            outcome = isLate ? Outcome.TIMEOUT : answer.outcome();
            long micros = isLate ? limit : answer.micros() + 2 * WIRE;
            attempt(attempts, dependency, n, span, false, now, micros, isLate, outcome);
            now += micros;
            if (outcome == Outcome.SUCCESS || outcome == Outcome.PERMANENT_FAILURE) {
                break;
            }
        }
        call.put("us", now - from).put("outcome", outcome.name());
        return outcome;
    }

    /** A second attempt beside the first, if that has not answered by then; the later of the two is given up. */
    void hedges(String dependency, String operation, long after, Callee callee) {
        ObjectNode call = open(dependency, operation);
        ArrayNode attempts = call.putArray("attempts");
        String span = shop.hex();
        long first = callee.asked(now + WIRE, span, remaining()).micros() + 2 * WIRE;
        if (first <= after) {
            attempt(attempts, dependency, 1, span, false, now, first, false, Outcome.SUCCESS);
            now += first;
        } else {
            String other = shop.hex();
            long second = callee.asked(now + after + WIRE, other, remaining()).micros() + 2 * WIRE;
            boolean isFirst = first <= after + second;
            long end = Math.min(first, after + second);
            Outcome given = Outcome.CANCELLED;
            attempt(attempts, dependency, 1, span, false, now, end, false, isFirst ? Outcome.SUCCESS : given);
            attempt(
                    attempts,
                    dependency,
                    2,
                    other,
                    true,
                    now + after,
                    end - after,
                    false,
                    isFirst ? given : Outcome.SUCCESS);
            now += end;
        }
        call.put("us", now - (begin + call.get("at_us").asLong())).put("outcome", "SUCCESS");
    }

    private ObjectNode open(String dependency, String operation) {
        sum(dependency).calls++;
        return calls.addObject()
                .put("dependency", dependency)
                .put("operation", operation)
                .put("at_us", now - begin)
                .put("deadline_us", remaining());
    }

    private void attempt(
            ArrayNode attempts,
            String dependency,
            int n,
            String span,
            boolean isHedge,
            long at,
            long micros,
            boolean isLate,
            Outcome outcome) {
        ObjectNode node = attempts.addObject().put("n", n).put("span", span);
        if (isHedge) {
            node.put("hedge", true);
        }
        node.put("resource", dependency + "-1")
                .put("at_us", at - begin)
                .put("us", micros)
                .put("outcome", outcome.name());
        if (outcome == Outcome.TIMEOUT) {
            node.put("category", "NoAnswer");
            node.put(isLate ? "error" : "status", isLate ? "no answer within " + micros / 1000 + " ms" : "504");
        }
        Sum sum = sum(dependency);
        var truth = shop.edge(service, dependency);
        truth.attempts++;
        if (isHedge) {
            sum.hedges++;
            truth.hedges++;
        } else if (n > 1) {
            sum.retries++;
            truth.retries++;
        } else {
            sum.first++;
        }
        sum.micros += micros;
        sum.outcomes.merge(outcome, 1L, Long::sum);
        truth.outcomes.merge(outcome, 1L, Long::sum);
    }

    /** Writes what happened so far as a part of its own. */
    void part() {
        write(Outcome.SUCCESS, false);
        part++;
        begin = now;
        dependencies.clear();
        calls = new ShopLine(service, now, "work").node.putArray("calls");
    }

    ShopAnswer ends(Outcome outcome) {
        if (outcome == Outcome.TIMEOUT) {
            put("category", "NoAnswer").put("error", "payments did not answer").put("status", "504");
        } else if (outcome == Outcome.SUCCESS) {
            put("status", "200");
        } else {
            put("category", "Declined").put("status", "402");
        }
        write(outcome, true);
        return new ShopAnswer(outcome, now - arrival);
    }

    ShopAnswer sheds(String rule) {
        put("refusal", rule).put("category", "Shed").put("status", "429");
        write(Outcome.DROPPED, true);
        return new ShopAnswer(Outcome.THROTTLED, now - arrival);
    }

    private void write(Outcome outcome, boolean isLast) {
        var line = new ShopLine(service, begin, "work");
        line.put("operation", operation).put("id", id).put("part", part);
        line.node.put("last", isLast);
        line.put("trace", trace);
        if (parent != null) {
            line.put("parent", parent);
        }
        texts.forEach(line::put);
        line.put("outcome", outcome.name()).put("us", now - begin);
        if (queued > 0) {
            line.put("queue_us", queued).put("queue_depth", 1);
        }
        if (left > 0) {
            line.put("deadline_us", left - queued);
        }
        ObjectNode all = line.node.putObject("dependencies");
        dependencies.forEach((name, sum) -> dependency(all.putObject(name), sum));
        line.node.set("calls", calls);
        shop.write(line, trace, outcome != Outcome.SUCCESS);
    }

    private static void dependency(ObjectNode node, Sum sum) {
        node.put("calls", sum.calls)
                .put("first", sum.first)
                .put("retries", sum.retries)
                .put("hedges", sum.hedges);
        for (Outcome outcome : Outcome.values()) {
            node.put(outcome.name().toLowerCase(Locale.ROOT), sum.outcomes.getOrDefault(outcome, 0L));
        }
        node.put("refused", 0).put("us", sum.micros);
        long late = sum.outcomes.getOrDefault(Outcome.TIMEOUT, 0L);
        if (late > 0) {
            node.putObject("errors").put("NoAnswer", late);
        }
    }
}
