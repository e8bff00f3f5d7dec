package io.goodput.telemetry.frame;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals frames and opens them: AES-256-GCM. Thread-safe; its {@code toString} does not tell it. */
public final class FrameKey {
    /** How long one is. */
    public static final int BYTES = 32;

    private static final String ALGORITHM = "AES/GCM/NoPadding";

    private final SecretKeySpec key;

    /** Of 32 bytes. */
    public FrameKey(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("key: " + key.length + " bytes (expected: " + BYTES + ")");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** Nonces for one file. */
    Nonces nonces() {
        byte[] first = new byte[Layout.NONCE_BYTES];
        new SecureRandom().nextBytes(first);
        return new Nonces(first);
    }

    /** Encrypts, and appends the tag, to a buffer with room for both. Answers how many bytes that are. */
    int seal(byte[] nonce, byte[] bound, byte[] from, int start, int length, byte[] to, int at) {
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, bound);
            return cipher.doFinal(from, start, length, to, at);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Each Java has " + ALGORITHM, e);
        }
    }

    /**
     * What was sealed.
     *
     * @throws GeneralSecurityException if it was not sealed so, by this key
     */
    byte[] open(byte[] nonce, byte[] bound, byte[] from, int start, int length) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, nonce, bound).doFinal(from, start, length);
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(Byte.SIZE * Layout.TAG_BYTES, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }

    @Override
    public String toString() {
        return "FrameKey[AES-256-GCM]";
    }

    /**
     * Counts up from 96 random bits, so that the nonces of one file never repeat, and two files, of whichever processes
     * that share the key, have one in common with a probability of some 2⁻⁹⁶ for each pair of frames. Were each random,
     * that would hold for the frames of one file as well; a shorter random part with a counter beside it would leave
     * less to chance within a file, where there is none, and more between files.
     */
    static final class Nonces {
        private final byte[] next;

        Nonces(byte[] first) {
            next = first.clone();
        }

        byte[] next() {
            byte[] taken = next.clone();
            for (int i = next.length - 1; i >= 0 && ++next[i] == 0; i--) {
                // Carries over.
            }
            return taken;
        }
    }
}
