package io.goodput.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** How a page in one file begins: up to the end of its head. Its policy allows it its own parts only. */
public final class PageHead {
    private PageHead() {}

    /**
     * The text, ended by a line feed.
     *
     * @param house whose page it is, such as {@code Goodput lab}
     * @param title of this one
     * @param style sheet that the page holds
     * @param scripts that it holds, each in an element of its own
     */
    public static String of(String house, String title, String style, List<String> scripts) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s · %s</title>
                <link rel="icon" href="data:,">
                <style>%s</style>
                </head>
                """.formatted(policy(style, scripts), Markup.escape(title), Markup.escape(house), style);
    }

    /** The style and the scripts are named by their hashes; nothing else is loaded or run. */
    private static String policy(String style, List<String> scripts) {
        String allowed = scripts.isEmpty()
                ? "'none'"
                : scripts.stream().map(PageHead::hash).collect(Collectors.joining(" "));
        return "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src " + hash(style)
                + "; script-src " + allowed;
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
