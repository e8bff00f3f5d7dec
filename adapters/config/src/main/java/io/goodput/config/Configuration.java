package io.goodput.config;

import io.goodput.balance.ConnectionAge;
import io.goodput.guard.GuardBuilder;
import io.goodput.latency.TimeoutAdvisor;
import io.goodput.limit.RateLimit;
import io.goodput.quorum.QuorumPlan;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * A configuration file: the settings of everything, by name. It is read as a whole or not at all.
 *
 * <pre>{@code
 * goodput: 1
 * guards:
 *   inventory: {deadline: 2s, timeout: 300ms, retry: standard, breaker: standard}
 * servers:
 *   checkout: {limit: 64, admission: standard}
 * }</pre>
 *
 * <p>All sections are optional, and their names are of {@code a-z}, {@code 0-9} and {@code -}.
 *
 * @param guards of the dependencies
 * @param servers how much they do at a time, and what waits
 * @param caches how old values may get
 * @param shards which endpoints serve which key
 * @param rateLimits that belong to no guard, such as those of a server
 * @param connections how old they may get
 * @param quorums how many parts are asked for, and how many are needed
 * @param timeouts how they are worked out from latencies
 * @param meters what is measured
 */
public record Configuration(
        SequencedMap<String, GuardSettings> guards,
        SequencedMap<String, ServerSettings> servers,
        SequencedMap<String, CacheSettings> caches,
        SequencedMap<String, ShardSettings> shards,
        SequencedMap<String, RateLimit.Settings> rateLimits,
        SequencedMap<String, ConnectionAge> connections,
        SequencedMap<String, QuorumPlan> quorums,
        SequencedMap<String, TimeoutAdvisor.Settings> timeouts,
        SequencedMap<String, MeterSettings> meters) {

    /** Copies the sections. */
    public Configuration {
        guards = copy(guards);
        servers = copy(servers);
        caches = copy(caches);
        shards = copy(shards);
        rateLimits = copy(rateLimits);
        connections = copy(connections);
        quorums = copy(quorums);
        timeouts = copy(timeouts);
        meters = copy(meters);
    }

    private static <T> SequencedMap<String, T> copy(SequencedMap<String, T> section) {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(section));
    }

    /**
     * Reads a file.
     *
     * @throws ConfigException if it cannot be read, or says what cannot be
     */
    public static Configuration read(Path file) {
        return YamlFile.read(file).as(decoder());
    }

    /** The schema, version 1. */
    public static Decoder<Configuration> decoder() {
        return Decoder.of("a configuration", Configuration::decode);
    }

    private static Configuration decode(Node node) {
        refuseScenarios(node);
        Schema.check(node);
        Block block = node.block(
                Schema.KEY,
                "guards",
                "servers",
                "caches",
                "shards",
                "rate-limits",
                "connections",
                "quorums",
                "timeouts",
                "meters");
        return new Configuration(
                section(block, "guards", GuardSettings.decoder()),
                section(block, "servers", ServerSettings.decoder()),
                section(block, "caches", CacheSettings.decoder()),
                section(block, "shards", ShardSettings.decoder()),
                section(block, "rate-limits", RateLimitBlock.decoder()),
                section(block, "connections", ConnectionBlock.decoder()),
                section(block, "quorums", QuorumBlock.decoder()),
                section(block, "timeouts", TimeoutBlock.decoder()),
                section(block, "meters", MeterSettings.decoder()));
    }

    private static void refuseScenarios(Node node) {
        Node scenario = node.entries().get("scenario");
        if (scenario != null) {
            throw scenario.errorAt(
                    scenario.keyPlace(),
                    "this is a scenario of the lab, for 'goodput lab run FILE' (expected: a configuration, with "
                            + "guards, servers and so on)");
        }
    }

    private static <T> SequencedMap<String, T> section(Block block, String key, Decoder<T> decoder) {
        return block.optional(key, Decoders.named(decoder), new LinkedHashMap<>());
    }

    /** The configuration as YAML, every default written out; read again, it gives the same configuration. */
    public String toYaml() {
        return YamlWriter.write(written());
    }

    /** The same as JSON, for programs. */
    public String toJson() {
        return JsonWriter.write(written());
    }

    private Written.Entries written() {
        var block = new BlockWriter().whole(Schema.KEY, Schema.VERSION);
        write(block, "guards", guards, GuardSettings::written);
        write(block, "servers", servers, ServerSettings::written);
        write(block, "caches", caches, CacheSettings::written);
        write(block, "shards", shards, ShardBlock::written);
        write(block, "rate-limits", rateLimits, RateLimitBlock::written);
        write(block, "connections", connections, ConnectionBlock::written);
        write(block, "quorums", quorums, QuorumBlock::written);
        write(block, "timeouts", timeouts, TimeoutBlock::written);
        write(block, "meters", meters, MeterSettings::written);
        return block.written();
    }

    private static <T> void write(
            BlockWriter block, String key, SequencedMap<String, T> section, Function<T, Written> write) {
        if (!section.isEmpty()) {
            block.named(key, section, write);
        }
    }

    /**
     * A builder of a guard that is configured.
     *
     * @throws ConfigException if there is none of that name
     */
    public GuardBuilder newGuard(String name) {
        return guard(name).newGuard(name);
    }

    /**
     * The settings of a guard.
     *
     * @throws ConfigException if there is none of that name
     */
    public GuardSettings guard(String name) {
        return named("guards", guards, name);
    }

    /**
     * The settings of a server.
     *
     * @throws ConfigException if there is none of that name
     */
    public ServerSettings server(String name) {
        return named("servers", servers, name);
    }

    /**
     * The settings of a cache.
     *
     * @throws ConfigException if there is none of that name
     */
    public CacheSettings cache(String name) {
        return named("caches", caches, name);
    }

    /**
     * The settings of shards.
     *
     * @throws ConfigException if there are none of that name
     */
    public ShardSettings shards(String name) {
        return named("shards", shards, name);
    }

    /**
     * The settings of a rate limit that belongs to no guard.
     *
     * @throws ConfigException if there is none of that name
     */
    public RateLimit.Settings rateLimit(String name) {
        return named("rate-limits", rateLimits, name);
    }

    private static <T> T named(String section, SequencedMap<String, T> values, String name) {
        T value = values.get(name);
        if (value == null) {
            String nearest = NearestName.of(name, values.keySet());
            String question = nearest == null ? "" : "did you mean " + nearest + "? ";
            String known = values.isEmpty() ? "none" : String.join(", ", values.keySet());
            throw new ConfigException(
                    section + "." + Echo.of(name) + ": not configured (" + question + section + ": " + known + ")");
        }
        return value;
    }
}
