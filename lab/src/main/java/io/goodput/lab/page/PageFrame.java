package io.goodput.lab.page;

import io.goodput.lab.drawing.Palette;
import io.goodput.lab.drawing.Palette.Ground;
import io.goodput.uplot.UPlot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What all pages share: places in a template that are filled in, and a policy that allows a page its own parts only.
 */
final class PageFrame {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private PageFrame() {}

    /** The style of all pages, light and dark, on a screen and in print. */
    static String style() {
        return UPlot.style()
                + "\n:root{" + Palette.variables(Ground.LIGHT) + "}\n"
                + "@media screen and (prefers-color-scheme:dark){:root:not([data-print]){"
                + Palette.variables(Ground.DARK) + "}}\n"
                + Palette.classes() + Palette.dashes() + "\n"
                + Resource.text("page.css");
    }

    /**
     * The page of a template, below the head that all share, with each <code>{{name}}</code> replaced; every name must
     * be there.
     */
    static String fill(String template, Map<String, String> parts) {
        return PLACE.matcher(Resource.text("head.html") + Resource.text(template))
                .replaceAll(place -> Matcher.quoteReplacement(Objects.requireNonNull(parts.get(place.group(1)))));
    }

    /** The content security policy of a page that holds just this style sheet and these scripts. */
    static String policy(String style, String... scripts) {
        var policy = new StringBuilder("default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:");
        policy.append("; style-src ").append(hash(style)).append("; script-src");
        for (var script : scripts) {
            policy.append(' ').append(hash(script));
        }
        return policy.append(scripts.length == 0 ? " 'none'" : "").toString();
    }

    private static String hash(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
