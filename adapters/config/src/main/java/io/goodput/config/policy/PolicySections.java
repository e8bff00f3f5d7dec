package io.goodput.config.policy;

import io.goodput.balance.ConnectionAge;
import io.goodput.config.policy.cache.CacheSettings;
import io.goodput.config.policy.client.ConnectionBlock;
import io.goodput.config.policy.client.GuardSettings;
import io.goodput.config.policy.client.QuorumBlock;
import io.goodput.config.policy.client.RateLimitBlock;
import io.goodput.config.policy.meter.MeterSettings;
import io.goodput.config.policy.meter.TimeoutBlock;
import io.goodput.config.policy.server.ServerSettings;
import io.goodput.config.policy.shard.ShardSettings;
import io.goodput.config.section.NamedSection;
import io.goodput.config.section.Section;
import io.goodput.config.section.Vocabulary;
import io.goodput.latency.TimeoutAdvisor;
import io.goodput.limit.RateLimit;
import io.goodput.quorum.QuorumFetch;
import java.util.List;

/** The sections of the policies: what a file says of guards, servers, caches and so on, each by name. */
public final class PolicySections implements Vocabulary {
    /** Of dependencies. */
    public static final NamedSection<GuardSettings> GUARDS =
            Section.named("guards", "guard", "The policies of each dependency", GuardSettings.CODEC);

    /** How much they do at a time, and what waits. */
    public static final NamedSection<ServerSettings> SERVERS =
            Section.named("servers", "server", "How much each does at a time, and what waits", ServerSettings.CODEC);

    /** How old values may get. */
    public static final NamedSection<CacheSettings> CACHES =
            Section.named("caches", "cache", "How old values may get", CacheSettings.CODEC);

    /** Which endpoints serve which key. */
    public static final NamedSection<ShardSettings> SHARDS =
            Section.named("shards", "shard block", "Which endpoints serve which key", ShardSettings.CODEC);

    /** That belong to no guard, such as those of a server. */
    public static final NamedSection<RateLimit.Settings> RATE_LIMITS =
            Section.named("rate-limits", "rate limit", "Those that belong to no guard", RateLimitBlock.CODEC);

    /** How old they may get. */
    public static final NamedSection<ConnectionAge> CONNECTIONS =
            Section.named("connections", "connection block", "How old they may get", ConnectionBlock.CODEC);

    /** How many parts are asked for, and how many are needed. */
    public static final NamedSection<QuorumFetch.Settings> QUORUMS = Section.named(
            "quorums", "quorum", "How many parts are asked for, and how many are needed", QuorumBlock.CODEC);

    /** How they are worked out from latencies. */
    public static final NamedSection<TimeoutAdvisor.Settings> TIMEOUTS =
            Section.named("timeouts", "timeout block", "How they are worked out from latencies", TimeoutBlock.CODEC);

    /** What is measured. */
    public static final NamedSection<MeterSettings> METERS =
            Section.named("meters", "meter", "What is measured", MeterSettings.CODEC);

    /** For the service loader. */
    public PolicySections() {}

    @Override
    public List<Section<?>> sections() {
        return List.of(GUARDS, SERVERS, CACHES, SHARDS, RATE_LIMITS, CONNECTIONS, QUORUMS, TIMEOUTS, METERS);
    }
}
