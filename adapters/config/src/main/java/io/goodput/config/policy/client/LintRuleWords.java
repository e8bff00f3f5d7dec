package io.goodput.config.policy.client;

import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.lint.LintRule;
import java.util.List;
import java.util.Set;

/** The rules that a file accepts to be broken, by their codes: {@code [retry-without-budget]}. */
final class LintRuleWords {
    private static final Codec<List<LintRule>> LIST = Decoders.listOf(Decoders.choice(LintRule.class));

    static final Codec<Set<LintRule>> CODEC = Codec.of(
            Decoder.of(LIST.expected(), LIST.schema(), node -> Set.copyOf(LIST.decode(node))),
            rules -> LIST.write(rules.stream().sorted().toList()));

    private LintRuleWords() {}
}
