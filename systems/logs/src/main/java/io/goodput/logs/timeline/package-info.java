/**
 * One trace as a timeline, in the manner of AWS X-Ray: units of work, their calls and attempts, the waits between them,
 * what time was left at each hop, and which chain of them determined the end. In: the records of one trace, in any
 * order, from clocks that differ. Out: a tree of bars on one clock, how the clocks differ, the critical path. Nothing
 * is invented: a span of which there is no record is a gap.
 *
 * <p>From "Instrumenting distributed systems for operational visibility" (Amazon Builders' Library).
 */
package io.goodput.logs.timeline;
