/**
 * Any {@code k} of {@code n} parts make the whole: ask for more than are needed, and do not wait for the slowest.
 *
 * <p>In: how parts ended, and when. Out: which part of a fetch to begin, and which to cancel. After Dean and Barroso,
 * "The Tail at Scale" (CACM 2013), and Brooker et al., "On-demand Container Loading in AWS Lambda" (USENIX ATC 2023).
 */
package io.goodput.quorum;
