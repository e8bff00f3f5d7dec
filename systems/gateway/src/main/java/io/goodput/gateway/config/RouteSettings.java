package io.goodput.gateway.config;

import io.goodput.Criticality;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.language.Node;
import io.goodput.config.policy.client.BalanceSettings;
import io.goodput.config.policy.client.GuardSettings;
import io.goodput.config.policy.server.ServerSettings;
import io.goodput.gateway.route.FixedAnswer;
import io.goodput.gateway.route.Rewriting;
import io.goodput.gateway.route.RouteMatch;
import io.goodput.retry.ReplayRule;
import io.goodput.retry.RetryPolicy;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the requests that fit: they are sent to an upstream, or answered here.
 *
 * @param match which those are
 * @param upstream the name of where they go; null if they are answered here
 * @param rewriting of what is sent
 * @param answer what they are answered; null if they are sent on
 * @param guard of the calls to the upstream
 * @param server how many are served at a time, and what waits; null for no bound
 * @param criticality what a request is at most, and is unless a trusted peer says less
 * @param tenant the field in which a trusted peer says for whom a request is; empty for no tenants
 * @param replay up to how many bytes of a body are kept to be sent again
 */
public record RouteSettings(
        RouteMatch match,
        @Nullable String upstream,
        Rewriting rewriting,
        @Nullable FixedAnswer answer,
        GuardSettings guard,
        @Nullable ServerSettings server,
        Criticality criticality,
        String tenant,
        long replay) {
    /** The largest body that may be kept. */
    public static final long MOST_REPLAY = 1 << 20;

    /** Retries of what may be sent twice, to endpoints picked as usual. */
    public static final GuardSettings STANDARD_GUARD = GuardSettings.NONE
            .withRetry(RetryPolicy.Settings.STANDARD.withReplay(ReplayRule.IDEMPOTENT))
            .withBalance(BalanceSettings.STANDARD);

    private static final long STANDARD_REPLAY = 64 << 10;

    private static final Field<RouteSettings, String> UPSTREAM =
            Field.of("upstream", Decoders.text(128), RouteSettings::upstream).about("Where requests go");

    private static final Field<RouteSettings, GuardSettings> GUARD =
            Field.of("guard", GuardSettings.CODEC, RouteSettings::guardOrNull).about("Of the calls to the upstream");

    private static final Field<RouteSettings, ServerSettings> SERVER = Field.of(
                    "server", ServerSettings.CODEC, RouteSettings::server)
            .about("How many are served at a time, and what waits");

    private static final Field<RouteSettings, Criticality> CRITICALITY = Field.of(
                    "criticality", Decoders.choice(Criticality.class), RouteSettings::criticality)
            .otherwise(Criticality.CRITICAL)
            .about("What a request is at most");

    private static final Field<RouteSettings, String> TENANT = Field.of(
                    "tenant", RouteFields.TOKEN, (RouteSettings route) -> route.tenant.isEmpty() ? null : route.tenant)
            .about("The field in which a trusted peer says for whom a request is");

    private static final Field<RouteSettings, Long> REPLAY = Field.of(
                    "replay",
                    Decoders.size(0, MOST_REPLAY),
                    (RouteSettings route) -> route.upstream() == null ? null : route.replay())
            .otherwise(STANDARD_REPLAY)
            .about("Larger bodies are not sent again");

    static final Codec<RouteSettings> CODEC = BlockCodec.of(
            "a route such as {path: /shop, upstream: shop}",
            RouteSettings::decode,
            RouteFields.HOST,
            RouteFields.PATH,
            RouteFields.METHOD,
            RouteFields.HEADER,
            UPSTREAM,
            RouteFields.REWRITE,
            RouteFields.REDIRECT,
            RouteFields.ANSWER,
            GUARD,
            SERVER,
            CRITICALITY,
            TENANT,
            REPLAY);

    /** Refuses what is neither sent nor answered, or both. */
    public RouteSettings {
        if ((upstream == null) == (answer == null)) {
            throw new IllegalArgumentException(
                    (upstream == null ? "no" : "more than one") + " end (expected: one of upstream, redirect, answer)");
        }
        if (upstream == null && !rewriting.equals(Rewriting.NONE)) {
            throw new IllegalArgumentException("rewrite: without an upstream (expected: none)");
        }
        if (guard.hedge() != null) {
            throw new IllegalArgumentException("guard: with hedge (expected: none; a gateway does not hedge yet)");
        }
        if (guard.balance() != null && guard.balance().endpoints() != null) {
            throw new IllegalArgumentException("guard: balance with endpoints (expected: none; the upstream has them)");
        }
    }

    private static RouteSettings decode(Block block) {
        FixedAnswer redirect = block.find(RouteFields.REDIRECT);
        FixedAnswer answer = block.find(RouteFields.ANSWER);
        if (redirect != null && answer != null) {
            throw new IllegalArgumentException("more than one end (expected: one of upstream, redirect, answer)");
        }
        String upstream = block.find(UPSTREAM);
        if (upstream == null) {
            Stream.of(GUARD, REPLAY).forEach(key -> {
                Node needless = block.node(key);
                if (needless != null) {
                    throw needless.keyError("without an upstream (expected: none)");
                }
            });
        }
        return new RouteSettings(
                RouteFields.match(block),
                upstream,
                block.get(RouteFields.REWRITE),
                redirect == null ? answer : redirect,
                guard(block),
                block.find(SERVER),
                block.get(CRITICALITY),
                block.get(TENANT.otherwise("")),
                block.get(REPLAY));
    }

    /** What a file says of a guard, with what a gateway starts from where it says nothing. */
    private static GuardSettings guard(Block block) {
        GuardSettings said = block.find(GUARD);
        Node node = block.node(GUARD);
        if (said == null || node == null) {
            return STANDARD_GUARD;
        }
        GuardSettings balanced = said.balance() == null ? said.withBalance(BalanceSettings.STANDARD) : said;
        Node retry = node.entries().get("retry");
        boolean saysReplay = retry != null && retry.isBlock() && retry.entries().containsKey("replay");
        RetryPolicy.Settings retries = balanced.retry();
        return retries == null || saysReplay ? balanced : balanced.withRetry(retries.withReplay(ReplayRule.IDEMPOTENT));
    }

    private @Nullable GuardSettings guardOrNull() {
        return upstream == null ? null : guard;
    }
}
