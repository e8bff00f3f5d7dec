package io.goodput.telemetry.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which values are nobody's business. A rule is for the details of that name, and, for {@code tenant}, {@code client},
 * {@code request}, {@code error}, {@code status} and {@code resource}, for the fields of that name, wherever they
 * stand; what a record needs in order to be read cannot be hidden.
 *
 * <p>What is secret is written as {@code hmac:} and 32 hexadecimal digits: the first 16 bytes of HMAC-SHA-256, by a
 * key, of its first 1,024 characters in UTF-8. So equal values can be told, and counted, but not read, nor tried one by
 * one without the key. Without a key, what is secret is left out.
 */
public final class FieldRules {
    /** The least bytes of a key. */
    public static final int LEAST_KEY_BYTES = 16;

    private static final FieldRules NONE = new FieldRules(Map.of(), null);

    private final Map<String, Treatment> treatments;
    private final byte @Nullable [] key;

    private FieldRules(Map<String, Treatment> treatments, byte @Nullable [] key) {
        this.treatments = treatments;
        this.key = key;
    }

    /** Everything is written as it was told; what the code itself calls a secret is left out, for want of a key. */
    public static FieldRules none() {
        return NONE;
    }

    /** The same, with a key for what is secret. */
    public FieldRules withKey(byte[] secret) {
        if (secret.length < LEAST_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "key: " + secret.length + " bytes (expected: >= " + LEAST_KEY_BYTES + ")");
        }
        return new FieldRules(treatments, secret.clone());
    }

    /** The same, and values of this name are written as a digest. */
    public FieldRules secret(String name) {
        return with(name, Treatment.SECRET);
    }

    /** The same, and values of this name are not written. */
    public FieldRules leftOut(String name) {
        return with(name, Treatment.LEFT_OUT);
    }

    /** What becomes of values of this name. */
    public Treatment of(String name) {
        return treatments.getOrDefault(name, Treatment.PLAIN);
    }

    /** What makes digests of secrets; null without a key. */
    @Nullable Pseudonym pseudonym() {
        return key == null ? null : new Pseudonym(key);
    }

    private FieldRules with(String name, Treatment treatment) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: \"" + name + "\" (expected: one that is not blank)");
        }
        Map<String, Treatment> all = new HashMap<>(treatments);
        all.put(name, treatment);
        return new FieldRules(Map.copyOf(all), key);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "FieldRules[" + treatments + (key == null ? ", no key]" : ", a key]");
    }
}
