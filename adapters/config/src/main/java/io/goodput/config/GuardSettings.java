package io.goodput.config;

import io.goodput.Guard;
import io.goodput.GuardBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a {@link Guard} as a block of YAML gives them. What the block leaves out, the guard does without:
 * nothing is added that is not written.
 *
 * <pre>{@code
 * deadline: 2s
 * timeout: 300ms
 * retry: {attempts: 3, backoff: {base: 50ms}, budget: {capacity: 10, deposit: 0.1}}
 * }</pre>
 *
 * @param deadline of the whole call, if it has one
 * @param timeout of each attempt, if it has one
 * @param retry how it tries again, if it does
 */
public record GuardSettings(
        @Nullable Duration deadline,
        @Nullable Duration timeout,
        @Nullable RetrySettings retry) {
    /** Neither deadline nor timeout nor retries. */
    public static final GuardSettings NONE = new GuardSettings(null, null, null);

    private static final Duration SHORTEST = Duration.ofNanos(1);

    /** The keys {@code deadline}, {@code timeout} and {@code retry}, all optional. */
    public static Decoder<GuardSettings> decoder() {
        return Decoder.of("a guard such as {timeout: 300ms, retry: {attempts: 3}}", GuardSettings::decode);
    }

    private static GuardSettings decode(Node node) {
        Block block = node.block("deadline", "timeout", "retry");
        return new GuardSettings(
                block.optional("deadline", time()),
                block.optional("timeout", time()),
                block.optional("retry", RetrySettings.decoder()));
    }

    private static Decoder<Duration> time() {
        return Decoders.duration(SHORTEST, Durations.MAX);
    }

    /** These settings, and the others' where these say nothing. */
    public GuardSettings orElse(GuardSettings others) {
        return new GuardSettings(
                deadline == null ? others.deadline : deadline,
                timeout == null ? others.timeout : timeout,
                retry == null ? others.retry : retry);
    }

    /** A builder of guards with these settings. Each call makes state of its own: a budget that starts full. */
    public GuardBuilder newGuard(String name) {
        GuardBuilder guard = Guard.builder(name);
        if (deadline != null) {
            guard.deadline(deadline);
        }
        if (timeout != null) {
            guard.attemptTimeout(timeout);
        }
        if (retry != null) {
            guard.retry(retry.newPolicy());
        }
        return guard;
    }
}
