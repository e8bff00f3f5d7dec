package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.config.language.Node;
import io.goodput.config.policy.client.GuardSettings;
import io.goodput.config.schema.JsonSchema;
import io.goodput.lab.model.Caching;
import io.goodput.lab.model.Connections;
import io.goodput.lab.model.Dependency;
import io.goodput.lab.model.Dependency.FanOut;
import io.goodput.lab.model.Dependency.Route;
import io.goodput.lab.model.Operation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a service is called: {@code {to: orders, guard: {timeout: 300ms}}}. {@code to} may name an operation, as in
 * {@code orders.read}, or as in {@code orders.*} any of them, by the request's key; all else is optional.
 */
final class DependencyBlock {
    private static final int MOST_CALLS = 1_000;
    private static final int MOST_SHARD = 1_000;
    private static final Duration LONGEST_SPARE_DELAY = Duration.ofHours(1);

    private static final Key<String[]> TO = Key.of("to", target()).required().about("What is called");
    private static final Key<GuardSettings> GUARD =
            Key.of("guard", GuardSettings.CODEC).otherwise(GuardSettings.NONE).about("The policies of the call");
    private static final Key<Route> ROUTE =
            Key.of("route", Decoders.choice(Route.class)).otherwise(Route.RANDOM);
    private static final Key<Boolean> IDEMPOTENT =
            Key.of("idempotent", Decoders.bool()).otherwise(false);
    private static final Key<Double> SHARE =
            Key.of("share", Decoders.share()).otherwise(1.0).about("Of the requests that make this call");
    private static final Key<Integer> TIMES =
            Key.of("times", Decoders.integer(1, MOST_CALLS)).about("Calls one after the other");
    private static final Key<Integer> PARALLEL =
            Key.of("parallel", Decoders.integer(1, MOST_CALLS)).about("Calls all at once");
    private static final Key<Integer> NEEDED =
            Key.of("needed", Decoders.integer(1, MOST_CALLS)).about("Calls that are enough; all if it is left out");
    private static final Key<Duration> SPARES_AFTER = Key.of(
                    "spares-after", Decoders.duration(Duration.ZERO, LONGEST_SPARE_DELAY))
            .about("When those beyond the needed ones are made, or sooner for each that fails");
    private static final Key<Boolean> OPTIONAL = Key.of("optional", Decoders.bool())
            .otherwise(false)
            .about("Whether the caller does without it when it fails");
    private static final Key<Dependency> FALLBACK = Key.of("fallback", lazily()).about("What is called instead");
    private static final Key<Integer> PARTITION =
            Key.of("partition", Decoders.integer(1, MOST_SHARD)).about("The size of fixed shards, for a balancer");
    private static final Key<Connections> CONNECTION = Key.of("connection", ConnectionsBlock.DECODER);
    private static final Key<Caching> CACHE = Key.of("cache", CachingBlock.DECODER);

    static final Decoder<Dependency> DECODER = Keys.of(
                    TO,
                    GUARD,
                    ROUTE,
                    IDEMPOTENT,
                    SHARE,
                    TIMES,
                    PARALLEL,
                    NEEDED,
                    SPARES_AFTER,
                    OPTIONAL,
                    FALLBACK,
                    PARTITION,
                    CONNECTION,
                    CACHE)
            .decoder("a call such as {to: orders, guard: {timeout: 300ms}}", DependencyBlock::decode)
            .defined("call");

    private DependencyBlock() {}

    /** A fallback may have one itself. */
    private static Decoder<Dependency> lazily() {
        return Decoder.of(
                "a call such as {to: orders}",
                JsonSchema.defined("fallback", () -> DECODER.schema()),
                node -> DECODER.decode(node));
    }

    private static Dependency decode(Block block) {
        String[] to = block.get(TO);
        boolean idempotent = block.get(IDEMPOTENT);
        return new Dependency(
                to[0],
                to[1],
                block.get(GUARD.within(PolicyBlock.called(idempotent))),
                block.get(ROUTE),
                idempotent,
                block.get(SHARE),
                fanOut(block),
                block.get(OPTIONAL),
                block.find(FALLBACK),
                partition(block),
                connections(block),
                block.find(CACHE));
    }

    private static Decoder<String[]> target() {
        return Decoder.ofText("a service such as orders, or one of its operations as in orders.read", text -> {
            String[] parts = text.split("\\.", -1);
            if (parts.length > 2) {
                throw new IllegalArgumentException("has " + parts.length + " parts (expected: service.operation)");
            }
            return new String[] {parts[0], parts.length == 1 ? Operation.MAIN : parts[1]};
        });
    }

    /** Fixed shards are for a balancer, and instead of those that it draws for each key. */
    private static int partition(Block block) {
        Node partition = block.node(PARTITION);
        if (partition == null) {
            return 0;
        }
        GuardSettings guard = block.get(GUARD);
        if (guard.balance() == null || guard.balance().subset() > 0) {
            throw partition.error("shards for a balancer without a subset (expected: guard: {balance: standard})");
        }
        return block.get(PARTITION);
    }

    /** A balancer, or a key, would choose another endpoint for each attempt. */
    private static @Nullable Connections connections(Block block) {
        Node connection = block.node(CONNECTION);
        if (connection == null) {
            return null;
        }
        GuardSettings guard = block.get(GUARD);
        if (guard.balance() != null || block.node(ROUTE) != null) {
            throw connection.error("beside a balancer or a route (expected: one way to choose an endpoint)");
        }
        return block.find(CONNECTION);
    }

    private static FanOut fanOut(Block block) {
        Integer times = block.find(TIMES);
        Integer parallel = block.find(PARALLEL);
        if (times != null && parallel != null) {
            throw block.node().error("has times and parallel (expected: calls one after the other, or all at once)");
        }
        int calls = parallel != null ? parallel : times != null ? times : 1;
        int needed = block.get(NEEDED.within(Decoders.integer(1, calls)).otherwise(calls));
        return new FanOut(calls, needed, parallel != null, spareDelay(block, parallel != null && needed < calls));
    }

    private static Duration spareDelay(Block block, boolean hasSpares) {
        Node node = block.node(SPARES_AFTER);
        if (node != null && !hasSpares) {
            throw node.error("without spare calls (expected: beside parallel, and needed below that)");
        }
        Duration delay = block.find(SPARES_AFTER);
        return delay == null ? Duration.ZERO : delay;
    }
}
