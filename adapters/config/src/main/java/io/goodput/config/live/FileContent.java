package io.goodput.config.live;

import io.goodput.config.language.YamlFile;
import io.goodput.config.problem.ConfigException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What was found where a file should be: its text, or why there is none.
 *
 * @param fingerprint of either
 */
record FileContent(
        String fingerprint, @Nullable String text, @Nullable ConfigException problem) {
    static FileContent of(Path file) {
        try {
            String text = YamlFile.text(file);
            return new FileContent(fingerprint(text), text, null);
        } catch (ConfigException problem) {
            return new FileContent("unreadable: " + problem.getMessage(), null, problem);
        }
    }

    /** By what is in it: times of change are too coarse to tell two writes apart, and links have none of their own. */
    private static String fingerprint(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
