package io.goodput.logs.page;

import static io.goodput.logs.drawing.SvgText.escape;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** A page in one file, whose policy allows its own style and scripts only, named by their hashes. */
final class HtmlFile {
    private HtmlFile() {}

    /**
     * The page.
     *
     * @param body markup
     * @param scripts ours
     */
    static String render(String title, String body, List<String> scripts) {
        String style = LogsAsset.text("logs.css");
        String policy = "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src "
                + hash(style) + "; script-src "
                + (scripts.isEmpty()
                        ? "'none'"
                        : scripts.stream().map(HtmlFile::hash).collect(Collectors.joining(" ")));
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s · Goodput logs</title>
                <link rel="icon" href="data:,">
                <style>%s</style>
                </head>
                <body>
                """.formatted(policy, escape(title), style)
                + body
                + scripts.stream()
                        .map(script -> "<script>" + script + "</script>\n")
                        .collect(Collectors.joining())
                + "</body>\n</html>\n";
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
