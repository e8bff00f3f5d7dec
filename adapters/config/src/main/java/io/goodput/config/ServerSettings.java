package io.goodput.config;

import io.goodput.admission.AdmissionGate;
import io.goodput.admission.AdmissionQueue;
import io.goodput.admission.AdmissionSettings;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one server: how much it does at a time, what waits for that, and its health.
 *
 * @param limit how many requests are served at a time
 * @param admission what waits, and for how long
 * @param health its checks, if it has any
 */
public record ServerSettings(
        int limit, AdmissionSettings admission, @Nullable HealthSettings health) {
    /** Refuses a limit that admits nothing, or that cannot be counted. */
    public ServerSettings {
        AdmissionQueue.LIMIT.check("limit", limit);
    }

    /** The keys {@code limit} and {@code admission}, both required, and {@code health} (default: no checks). */
    public static Decoder<ServerSettings> decoder() {
        return Decoder.of("a server such as {limit: 64, admission: standard}", ServerSettings::decode);
    }

    private static ServerSettings decode(Node node) {
        Block block = node.block("limit", "admission", "health");
        return new ServerSettings(
                block.required("limit", Decoders.integer(AdmissionQueue.LIMIT)),
                block.required("admission", AdmissionBlock.decoder()),
                block.optional("health", HealthSettings.decoder()));
    }

    Written written() {
        return new BlockWriter()
                .whole("limit", limit)
                .block("admission", admission, AdmissionBlock::written)
                .block("health", health, HealthSettings::written)
                .written();
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
