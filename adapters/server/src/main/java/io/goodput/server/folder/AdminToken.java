package io.goodput.server.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What has to come with a request that changes something: 256 random bits, new at each start, in a file that only the
 * owner of the folder can read. So whoever may change a server is who may read its folder, and no page of anybody
 * else's can.
 */
public final class AdminToken {
    /** Its file in the folder. */
    public static final String FILE = "admin.token";

    private static final int BYTES = 32;
    private static final int MOST_BYTES = 128;

    private final Path file;
    private final byte[] token;

    private AdminToken(Path file, String token) {
        this.file = file;
        this.token = token.getBytes(StandardCharsets.US_ASCII);
    }

    static AdminToken fresh(Path folder) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path file = folder.resolve(FILE);
        PrivateFiles.write(file, (token + "\n").getBytes(StandardCharsets.US_ASCII));
        return new AdminToken(file, token);
    }

    /** As a command sends it that found the folder. */
    public static String read(Path folder) throws IOException {
        try (var in = Files.newInputStream(folder.resolve(FILE))) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.US_ASCII).strip();
        }
    }

    /** Whether that is it. How long it takes to tell says nothing of where they differ. */
    public boolean matches(@Nullable String offered) {
        return offered != null && MessageDigest.isEqual(token, offered.getBytes(StandardCharsets.ISO_8859_1));
    }

    void withdraw() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Not the token. */
    @Override
    public String toString() {
        return "AdminToken[" + file + "]";
    }
}
