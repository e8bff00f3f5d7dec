/**
 * SLF4J: which lines are written when many are alike, and what request each is for, whatever writes them.
 *
 * <p>In: what a logger is told, and the {@link io.goodput.CallContext}. Out: the lines that are to be written, one for
 * those that were not, and ids in the MDC. What is decided is decided by {@link io.goodput.logging.LogLimiter}. After
 * "Instrumenting distributed systems for operational visibility" (Amazon Builders' Library).
 */
package io.goodput.slf4j;
