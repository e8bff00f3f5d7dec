package io.goodput.config.policy.server;

import io.goodput.admission.AdmissionGate;
import io.goodput.admission.AdmissionQueue;
import io.goodput.admission.AdmissionSettings;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.health.ServerHealth;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one server: how much it does at a time, what waits for that, and its health.
 *
 * @param limit how many requests are served at a time
 * @param admission what waits, and for how long
 * @param health its checks, if it has any
 */
public record ServerSettings(int limit, AdmissionSettings admission, ServerHealth.@Nullable Settings health) {
    private static final Field<ServerSettings, Integer> LIMIT = Field.of(
                    "limit", Decoders.integer(AdmissionQueue.LIMIT), ServerSettings::limit)
            .required()
            .about("Requests served at a time");
    private static final Field<ServerSettings, AdmissionSettings> ADMISSION = Field.of(
                    "admission", AdmissionBlock.CODEC, ServerSettings::admission)
            .required()
            .about("What waits");
    private static final Field<ServerSettings, ServerHealth.Settings> HEALTH =
            Field.of("health", HealthBlock.CODEC, ServerSettings::health).about("Its checks");

    /** The keys {@code limit} and {@code admission}, both required, and {@code health} (default: no checks). */
    public static final Codec<ServerSettings> CODEC = BlockCodec.of(
                    "a server such as {limit: 64, admission: standard}",
                    ServerSettings::decode,
                    LIMIT,
                    ADMISSION,
                    HEALTH)
            .defined("server");

    /** Refuses a limit that admits nothing, or that cannot be counted. */
    // Written out, as javac keeps no @Nullable of nested types in the class file of a compact one.
    public ServerSettings(int limit, AdmissionSettings admission, ServerHealth.@Nullable Settings health) {
        this.limit = AdmissionQueue.LIMIT.check("limit", limit);
        this.admission = admission;
        this.health = health;
    }

    private static ServerSettings decode(Block block) {
        return new ServerSettings(block.get(LIMIT), block.get(ADMISSION), block.find(HEALTH));
    }

    /** A gate that nobody waits at yet, all tenants alike, by the machine's clock. */
    public AdmissionGate newGate() {
        return new AdmissionGate(limit, admission);
    }

    /**
     * Changes a queue in place. What is served goes on, what waits keeps its place and its expiry.
     *
     * @param now the reading of the queue's ticker
     */
    public void applyTo(AdmissionQueue<?> queue, long now) {
        queue.change(admission, now);
        queue.limit(limit, now);
    }
}
