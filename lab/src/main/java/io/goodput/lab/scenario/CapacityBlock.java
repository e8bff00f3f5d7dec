package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.config.language.Node;
import io.goodput.config.policy.server.ServerSettings;
import io.goodput.lab.model.Service;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a service that say what happens when there are many requests, one kind or none: {@code slots} requests at
 * a time with a {@code queue} before them (default 0: who finds no slot is refused), in which {@code nudge} lets small
 * requests pass large ones and which, with {@code read}, they enter when they have been read; {@code cores} that all
 * requests share, {@code usl} for the Universal Scalability Law, {@code row: optimistic} for one row that each of them
 * reads and then writes unless another one has, {@code instances} of a function, or {@code server}, the block of an
 * application's server.
 */
final class CapacityBlock {
    private static final int MOST = 1_000_000;
    private static final Duration SHORTEST_READ = Duration.ofNanos(1);
    private static final String EXPECTED =
            " (expected: one of slots with a queue, cores that requests share, usl, row, instances, server)";

    private static final Key<Integer> SLOTS =
            Key.of("slots", Decoders.integer(1, MOST)).about("Requests worked on at a time");
    private static final Key<Integer> QUEUE = Key.of("queue", Decoders.integer(0, MOST))
            .about("Requests that wait for a slot; who finds none is refused");
    private static final Key<Integer> CORES =
            Key.of("cores", Decoders.integer(1, MOST)).about("That all requests share");
    private static final Key<Service.Scalability> USL = Key.of("usl", usl()).about("The Universal Scalability Law");
    private static final Key<Row> ROW =
            Key.of("row", Decoders.choice(Row.class)).about("One that each request reads and then writes");
    private static final Key<Service.Instances> INSTANCES = Key.of("instances", InstancesBlock.DECODER);
    private static final Key<ServerSettings> SERVER =
            Key.of("server", ServerSettings.CODEC).about("As an application's");
    private static final Key<Service.Nudge> NUDGE =
            Key.of("nudge", nudge(new Service.Slots(1, 0))).about("Lets small requests pass large ones in the queue");

    private static final Key<Duration> READ = Key.of("read", Decoders.duration(SHORTEST_READ, RunPlan.LONGEST))
            .about("Work to read a request, before it is let into the queue or refused");

    static final Keys KEYS = Keys.of(SLOTS, QUEUE, NUDGE, READ, CORES, USL, ROW, INSTANCES, SERVER);

    private CapacityBlock() {}

    static Service.Capacity decode(Block block) {
        Integer slots = block.find(SLOTS);
        Integer queue = block.find(QUEUE);
        Integer cores = block.find(CORES);
        Service.Scalability usl = block.find(USL);
        Row row = block.find(ROW);
        Service.Instances instances = block.find(INSTANCES);
        ServerSettings server = block.find(SERVER);
        if (count(slots == null ? queue : slots, cores, usl, row, instances, server) > 1) {
            throw block.node().error("has several kinds of capacity" + EXPECTED);
        }
        if (queue != null && slots == null) {
            throw block.node().error("has a queue without slots (expected: slots, the requests worked on at a time)");
        }
        if (slots != null) {
            var limits = new Service.Slots(slots, queue == null ? 0 : queue);
            return waiting(block, limits);
        }
        refuseWithoutSlots(block.node(NUDGE), "whose order it changes");
        refuseWithoutSlots(block.node(READ), "which requests enter when they have been read");
        if (server != null) {
            return admission(block, server);
        }
        if (instances != null) {
            return instances;
        }
        if (row != null) {
            return new Service.Optimistic();
        }
        if (usl != null) {
            return usl;
        }
        return cores == null ? new Service.Unlimited() : new Service.Sharing(cores);
    }

    private static Service.Capacity waiting(Block block, Service.Slots limits) {
        Service.Nudge nudge = block.find(NUDGE.within(nudge(limits)));
        Node reading = block.node(READ);
        Duration read = block.find(READ);
        if (reading == null || read == null) {
            return nudge == null ? limits : nudge;
        }
        if (nudge != null) {
            throw reading.error("beside nudge (expected: one of the two)");
        }
        if (limits.queue() == 0) {
            throw reading.error("without a queue (expected: slots and a queue, which requests enter when they have been"
                    + " read)");
        }
        return new Service.Reading(limits, read.toNanos());
    }

    private static Decoder<Service.Nudge> nudge(Service.Slots limits) {
        Decoder<Duration> time = Decoders.duration(Duration.ZERO, RunPlan.LONGEST);
        Key<Duration> small = Key.of("small", time).required();
        Key<Duration> large = Key.of("large", time).required();
        return Keys.of(small, large)
                .decoder(
                        "a block such as {small: 5ms, large: 50ms}",
                        block -> new Service.Nudge(
                                limits,
                                block.get(small).toNanos(),
                                block.get(large).toNanos()));
    }

    private static void refuseWithoutSlots(@Nullable Node node, String why) {
        if (node != null) {
            throw node.error("without slots (expected: beside slots and a queue, " + why + ")");
        }
    }

    /** How one row is kept right. */
    private enum Row {
        OPTIMISTIC
    }

    private static int count(@Nullable Object... kinds) {
        int count = 0;
        for (Object kind : kinds) {
            count += kind == null ? 0 : 1;
        }
        return count;
    }

    private static Service.Capacity admission(Block block, ServerSettings server) {
        if (server.health() != null) {
            Node node = block.required(SERVER);
            throw node.error("has health checks, which are not simulated (expected: limit and admission)");
        }
        return new Service.Admission(server);
    }

    private static Decoder<Service.Scalability> usl() {
        Key<Double> contention = Key.of("contention", Decoders.share()).required();
        Key<Double> coherence = Key.of("coherence", Decoders.share()).otherwise(0.0);
        return Keys.of(contention, coherence)
                .decoder(
                        "a block such as {contention: 3%, coherence: 0.01%}",
                        block -> new Service.Scalability(block.get(contention), block.get(coherence)));
    }
}
