package io.goodput.telemetry.text;

/** What becomes of a value before it is written. */
public enum Treatment {
    /** It stands as it was told. */
    PLAIN,
    /** A digest of it stands, made with a key. */
    SECRET,
    /** It is left out, and so is its name. */
    LEFT_OUT
}
