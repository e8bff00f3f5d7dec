package io.goodput.ion;

import io.goodput.telemetry.text.FieldRules;
import io.goodput.telemetry.text.RecordEncoder;
import io.goodput.telemetry.text.RecordFormat;

/** Writes records as Ion: {@code WriterSettings.builder(folder).format(IonFormat.BINARY)}. */
public final class IonFormat implements RecordFormat {
    /** Ion 1.0, in its binary form. */
    public static final RecordFormat BINARY = new IonFormat();

    private IonFormat() {}

    @Override
    public String ending() {
        return "ion";
    }

    @Override
    public RecordEncoder encoder(FieldRules rules) {
        return new IonFields(rules);
    }
}
