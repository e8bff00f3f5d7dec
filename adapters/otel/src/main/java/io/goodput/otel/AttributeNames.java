package io.goodput.otel;

import io.opentelemetry.api.common.AttributeKey;

/** The names of attributes: those of the semantic conventions where they have one, and our own. */
final class AttributeNames {
    static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
    static final AttributeKey<String> GUARD = AttributeKey.stringKey("goodput.guard");
    static final AttributeKey<String> KEY = AttributeKey.stringKey("goodput.key");
    static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("goodput.outcome");
    static final AttributeKey<String> ENDPOINT = AttributeKey.stringKey("goodput.endpoint");
    static final AttributeKey<String> REASON = AttributeKey.stringKey("goodput.refusal.reason");
    static final AttributeKey<String> WHY = AttributeKey.stringKey("goodput.refusal.why");
    static final AttributeKey<String> OPERATION = AttributeKey.stringKey("goodput.operation");
    static final AttributeKey<String> TENANT = AttributeKey.stringKey("goodput.tenant");
    static final AttributeKey<String> KIND = AttributeKey.stringKey("goodput.kind");
    static final AttributeKey<Boolean> HEDGE = AttributeKey.booleanKey("goodput.hedge");
    static final AttributeKey<Long> ATTEMPTS = AttributeKey.longKey("goodput.attempts");
    static final AttributeKey<Long> RESEND_COUNT = AttributeKey.longKey("goodput.resend_count");
    static final AttributeKey<Double> DELAY = AttributeKey.doubleKey("goodput.delay");

    private AttributeNames() {}
}
