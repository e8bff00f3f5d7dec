package io.goodput.logging;

import io.goodput.bounds.Shown;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a line says, kept as parts that neither change nor hold much, and put together only if it is shown.
 *
 * @param arguments plain values
 */
record LatestLine<P>(
        P place,
        String template,
        List<@Nullable Object> arguments,
        @Nullable String error) {
    /** Characters of a line that are shown, and of each part that are kept. */
    static final int MOST = 500;

    private static final String PLACEHOLDER = "{}";

    static <P> LatestLine<P> of(
            P place, String template, @Nullable Object @Nullable [] arguments, @Nullable Throwable thrown) {
        return new LatestLine<>(place, cut(template), plain(arguments), thrown == null ? null : shown(thrown));
    }

    private static List<@Nullable Object> plain(@Nullable Object @Nullable [] arguments) {
        if (arguments == null || arguments.length == 0) {
            return List.of();
        }
        var plain = new @Nullable Object[arguments.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = plain(arguments[i]);
        }
        return Arrays.asList(plain);
    }

    private static @Nullable Object plain(@Nullable Object argument) {
        return switch (argument) {
            case null -> null;
            case String text -> cut(text);
            case Integer _, Long _, Short _, Byte _, Double _, Float _, Boolean _, Character _, Enum<?> _, UUID _ ->
                argument;
            default -> shown(argument);
        };
    }

    /** What cannot show itself must not break whoever logs it. */
    private static String shown(Object value) {
        try {
            return cut(String.valueOf(value));
        } catch (RuntimeException | StackOverflowError failure) {
            return value.getClass().getName() + ", which failed with "
                    + failure.getClass().getName();
        }
    }

    /** No more of it than is shown, so that no more is kept. */
    static String cut(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST);
    }

    String text() {
        var text = new StringBuilder();
        int from = 0;
        for (int i = 0; i < arguments.size() && text.length() < MOST; i++) {
            int to = template.indexOf(PLACEHOLDER, from);
            if (to < 0) {
                break;
            }
            text.append(template, from, to).append(arguments.get(i));
            from = to + PLACEHOLDER.length();
        }
        text.append(template, from, template.length());
        if (error != null) {
            text.append(": ").append(error);
        }
        return Shown.line(text.toString(), MOST);
    }
}
