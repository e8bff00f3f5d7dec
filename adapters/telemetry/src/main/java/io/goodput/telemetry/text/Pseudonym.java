package io.goodput.telemetry.text;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Stands for a value that is not to be read: the same for the same value, by whoever has the key. Not thread-safe. */
final class Pseudonym {
    /** The most characters that are looked at: what it costs has a bound. */
    static final int MOST_CHARACTERS = 1024;

    /** How long one is. */
    static final int BYTES = 37;

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PREFIX = "hmac:".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGEST_BYTES = 16;

    private final Mac mac;

    Pseudonym(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Each Java has " + ALGORITHM, e);
        }
    }

    /** Writes {@link #BYTES} bytes. */
    void write(CharSequence value, byte[] to, int at) {
        CharSequence looked = value.length() > MOST_CHARACTERS ? value.subSequence(0, MOST_CHARACTERS) : value;
        byte[] digest = mac.doFinal(looked.toString().getBytes(StandardCharsets.UTF_8));
        System.arraycopy(PREFIX, 0, to, at, PREFIX.length);
        Digits.hex(digest, DIGEST_BYTES, to, at + PREFIX.length);
    }
}
