package io.goodput.telemetry.file;

import io.goodput.telemetry.frame.FrameKey;
import io.goodput.telemetry.text.FieldRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/** Keys from files that only their owner can read; anything else is refused, and the message does not tell the key. */
public final class KeyFile {
    private static final int MOST_BYTES = 4096;
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /**
     * The key by which frames are sealed: 32 bytes, or 64 hexadecimal digits with or without a line's end.
     *
     * @throws IOException if it cannot be read, holds something else, or is open to others than its owner
     */
    public static FrameKey forFrames(Path file) throws IOException {
        byte[] content = read(file);
        if (content.length == FrameKey.BYTES) {
            return new FrameKey(content);
        }
        String digits = new String(content, StandardCharsets.ISO_8859_1).strip();
        if (!digits.matches("[0-9a-fA-F]{" + 2 * FrameKey.BYTES + "}")) {
            throw new IOException(
                    file + ": " + content.length + " bytes (expected: 32 bytes or 64 hexadecimal digits)");
        }
        return new FrameKey(HexFormat.of().parseHex(digits));
    }

    /**
     * The key by which digests of secrets are made: all bytes of the file, 16 of them or more.
     *
     * @throws IOException if it cannot be read, is too short, or is open to others than its owner
     */
    public static byte[] forSecrets(Path file) throws IOException {
        byte[] content = read(file);
        if (content.length < FieldRules.LEAST_KEY_BYTES) {
            throw new IOException(
                    file + ": " + content.length + " bytes (expected: >= " + FieldRules.LEAST_KEY_BYTES + ")");
        }
        return content;
    }

    private static byte[] read(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            Set<PosixFilePermission> permissions = view.readAttributes().permissions();
            if (!OWNER.containsAll(permissions)) {
                throw new IOException(file + ": " + PosixFilePermissions.toString(permissions)
                        + " (expected: rw------- or less; chmod 600 it)");
            }
        }
        try (var in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw new IOException(file + ": longer than " + MOST_BYTES + " bytes (expected: a key)");
            }
            return content;
        }
    }
}
