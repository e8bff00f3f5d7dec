package io.goodput.config.policy.server;

import io.goodput.admission.GuaranteedShares;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The block of {@link GuaranteedShares}: {@code {sheddable: 5%}}. A criticality that is left out is guaranteed nothing.
 */
final class GuaranteedBlock {
    private static final Field<GuaranteedShares, Double> CRITICAL_PLUS =
            share("critical-plus", GuaranteedShares::criticalPlus);
    private static final Field<GuaranteedShares, Double> CRITICAL = share("critical", GuaranteedShares::critical);
    private static final Field<GuaranteedShares, Double> SHEDDABLE_PLUS =
            share("sheddable-plus", GuaranteedShares::sheddablePlus);
    private static final Field<GuaranteedShares, Double> SHEDDABLE = share("sheddable", GuaranteedShares::sheddable);

    static final Codec<GuaranteedShares> CODEC = BlockCodec.of(
            "a block such as {sheddable: 5%}",
            GuaranteedBlock::decode, CRITICAL_PLUS, CRITICAL, SHEDDABLE_PLUS, SHEDDABLE);

    private GuaranteedBlock() {}

    private static Field<GuaranteedShares, Double> share(
            String criticality, Function<GuaranteedShares, @Nullable Double> from) {
        return Field.of(criticality, Decoders.share(), from).otherwise(0.0);
    }

    private static GuaranteedShares decode(Block block) {
        return new GuaranteedShares(
                block.get(CRITICAL_PLUS), block.get(CRITICAL), block.get(SHEDDABLE_PLUS), block.get(SHEDDABLE));
    }
}
