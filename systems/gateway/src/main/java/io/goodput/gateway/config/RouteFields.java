package io.goodput.gateway.config;

import io.goodput.NameRule;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.schema.JsonSchema;
import io.goodput.gateway.route.FixedAnswer;
import io.goodput.gateway.route.Rewriting;
import io.goodput.gateway.route.RouteMatch;
import io.goodput.http.head.FieldSyntax;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys of a route that say which requests fit it, and what becomes of their heads. */
final class RouteFields {
    private static final int LONGEST = 1024;
    private static final int LONGEST_TEXT = 64 << 10;
    private static final int MOVED = 308;

    static final Codec<String> TOKEN = Codec.ofText(
            "the name of a field or a method, such as GET",
            JsonSchema.text(LONGEST),
            RouteFields::token,
            Function.identity());

    static final Field<RouteSettings, String> HOST = Field.of(
                    "host",
                    Decoders.text(LONGEST),
                    (RouteSettings route) -> orNull(route.match().host()))
            .about("Without a port; *.shop.example for all below it");

    static final Field<RouteSettings, String> PATH = Field.of(
                    "path",
                    Decoders.text(LONGEST),
                    (RouteSettings route) -> orNull(route.match().path()))
            .about("What the path begins with, in whole segments");

    static final Field<RouteSettings, String> METHOD = Field.of(
            "method", TOKEN, (RouteSettings route) -> orNull(route.match().method()));

    static final Field<RouteSettings, SequencedMap<String, String>> HEADER = Field.of(
                    "header",
                    Decoders.named(NameRule.WORD, Decoders.text(LONGEST)),
                    (RouteSettings route) -> new LinkedHashMap<>(route.match().header()))
            .otherwise(new LinkedHashMap<>())
            .about("Fields and the value that each has");

    private static final Field<Rewriting, String> REWRITE_PATH = Field.of(
                    "path", Decoders.text(LONGEST), (Rewriting rewriting) -> orNull(rewriting.path()))
            .about("In place of what the route's path is");

    private static final Field<Rewriting, String> REWRITE_HOST = Field.of(
                    "host", Decoders.text(LONGEST), (Rewriting rewriting) -> orNull(rewriting.host()))
            .about("In place of the client's");

    static final Field<RouteSettings, Rewriting> REWRITE = Field.of(
                    "rewrite",
                    BlockCodec.of(
                            "a block such as {path: /}",
                            (Block block) -> new Rewriting(
                                    block.get(REWRITE_PATH.otherwise("")), block.get(REWRITE_HOST.otherwise(""))),
                            REWRITE_PATH,
                            REWRITE_HOST),
                    (RouteSettings route) -> route.rewriting().equals(Rewriting.NONE) ? null : route.rewriting())
            .otherwise(Rewriting.NONE)
            .about("Of what is sent");

    private static final Field<FixedAnswer, String> TO = Field.of("to", Decoders.text(LONGEST), FixedAnswer::location)
            .required()
            .about("Such as https://shop.example; without a path, that of the request and its query follow");

    private static final Field<FixedAnswer, Integer> REDIRECT_STATUS = Field.of(
                    "status", Decoders.integer(301, 308), FixedAnswer::status)
            .otherwise(MOVED)
            .about("301, 302, 303, 307 or 308");

    static final Field<RouteSettings, FixedAnswer> REDIRECT = Field.of(
                    "redirect",
                    BlockCodec.of(
                            "a block such as {to: \"https://shop.example\"}",
                            (Block block) -> FixedAnswer.redirect(block.get(REDIRECT_STATUS), block.get(TO)),
                            TO,
                            REDIRECT_STATUS),
                    (RouteSettings route) -> fixed(route, true))
            .about("Answers with another address");

    private static final Field<FixedAnswer, Integer> STATUS =
            Field.of("status", Decoders.integer(200, 599), FixedAnswer::status).required();

    private static final Field<FixedAnswer, String> TEXT =
            Field.of("text", Decoders.text(LONGEST_TEXT), FixedAnswer::text).otherwise("");

    static final Field<RouteSettings, FixedAnswer> ANSWER = Field.of(
                    "answer",
                    BlockCodec.of(
                            "a block such as {status: 200, text: ok}",
                            (Block block) -> FixedAnswer.ofText(block.get(STATUS), block.get(TEXT)),
                            STATUS,
                            TEXT),
                    (RouteSettings route) -> fixed(route, false))
            .about("Answers with a text");

    private RouteFields() {}

    static RouteMatch match(Block block) {
        return new RouteMatch(
                block.get(HOST.otherwise("")),
                block.get(PATH.otherwise("")),
                block.get(METHOD.otherwise("")),
                block.get(HEADER));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable FixedAnswer fixed(RouteSettings route, boolean redirects) {
        FixedAnswer answer = route.answer();
        return answer != null && answer.isRedirect() == redirects ? answer : null;
    }

    private static String token(String text) {
        if (!FieldSyntax.isToken(text)) {
            throw new IllegalArgumentException(text + ": no token of HTTP (expected: a name such as GET)");
        }
        return text;
    }
}
