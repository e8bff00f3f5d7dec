package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Node;
import io.goodput.config.policy.GuardSettings;
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

    private DependencyBlock() {}

    static Decoder<Dependency> decoder() {
        return Decoder.of("a call such as {to: orders, guard: {timeout: 300ms}}", DependencyBlock::decode);
    }

    private static Dependency decode(Node node) {
        Block block = node.block(
                "to",
                "guard",
                "route",
                "idempotent",
                "share",
                "times",
                "parallel",
                "needed",
                "spares-after",
                "optional",
                "fallback",
                "partition",
                "connection",
                "cache");
        String[] to = block.required("to", target());
        boolean idempotent = block.optional("idempotent", Decoders.bool(), false);
        return new Dependency(
                to[0],
                to[1],
                block.optional("guard", PolicyBlock.called(idempotent), GuardSettings.NONE),
                block.optional("route", Decoders.choice(Route.class), Route.RANDOM),
                idempotent,
                block.optional("share", Decoders.share(), 1.0),
                fanOut(block),
                block.optional("optional", Decoders.bool(), false),
                block.optional("fallback", decoder()),
                partition(block),
                connections(block),
                block.optional("cache", CachingBlock.decoder()));
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
        Node partition = block.optional("partition");
        if (partition == null) {
            return 0;
        }
        GuardSettings guard = block.optional("guard", GuardSettings.CODEC, GuardSettings.NONE);
        if (guard.balance() == null || guard.balance().subset() > 0) {
            throw partition.error("shards for a balancer without a subset (expected: guard: {balance: standard})");
        }
        return partition.as(Decoders.integer(1, MOST_SHARD));
    }

    /** A balancer, or a key, would choose another endpoint for each attempt. */
    private static @Nullable Connections connections(Block block) {
        Node connection = block.optional("connection");
        if (connection == null) {
            return null;
        }
        GuardSettings guard = block.optional("guard", GuardSettings.CODEC, GuardSettings.NONE);
        if (guard.balance() != null || block.optional("route") != null) {
            throw connection.error("beside a balancer or a route (expected: one way to choose an endpoint)");
        }
        return connection.as(ConnectionsBlock.decoder());
    }

    private static FanOut fanOut(Block block) {
        Integer times = block.optional("times", Decoders.integer(1, MOST_CALLS));
        Integer parallel = block.optional("parallel", Decoders.integer(1, MOST_CALLS));
        if (times != null && parallel != null) {
            throw block.node().error("has times and parallel (expected: calls one after the other, or all at once)");
        }
        int calls = parallel != null ? parallel : times != null ? times : 1;
        int needed = block.optional("needed", Decoders.integer(1, calls), calls);
        return new FanOut(calls, needed, parallel != null, spareDelay(block, parallel != null && needed < calls));
    }

    private static Duration spareDelay(Block block, boolean hasSpares) {
        Node delay = block.optional("spares-after");
        if (delay == null) {
            return Duration.ZERO;
        }
        if (!hasSpares) {
            throw delay.error("without spare calls (expected: beside parallel, and needed below that)");
        }
        return delay.as(Decoders.duration(Duration.ZERO, LONGEST_SPARE_DELAY));
    }
}
