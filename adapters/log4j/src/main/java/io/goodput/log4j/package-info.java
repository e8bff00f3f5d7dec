/**
 * Log4j: which lines are written when many are alike, and what request each is for.
 *
 * <p>In: what Log4j's loggers are told, and its configuration. Out: an answer to whether a line is written, a line for
 * those that were not, and the ids of the {@link io.goodput.CallContext} as context data of every event. What is
 * decided is decided by {@link io.goodput.logging.LogLimiter}. After "Instrumenting distributed systems for operational
 * visibility" (Amazon Builders' Library).
 */
package io.goodput.log4j;
