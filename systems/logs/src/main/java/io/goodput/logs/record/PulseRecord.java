package io.goodput.logs.record;

/** A record of whose content nothing is needed here: it shows that its process was alive. */
public record PulseRecord(RecordSite origin) implements LogRecord {}
