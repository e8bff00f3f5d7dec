/**
 * JDK Flight Recorder: calls, attempts, refusals and units of work, beside what the JVM does at that time.
 *
 * <p>In: events of guards, and units of work as they end. Out: events of a recording, if one is on; otherwise nothing
 * is made. After "Instrumenting distributed systems for operational visibility" (Amazon Builders' Library).
 */
package io.goodput.jfr;
