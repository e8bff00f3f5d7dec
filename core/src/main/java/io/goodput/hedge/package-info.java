/**
 * More requests than are needed, so that a slow one is not waited for: a second one after a while, or some parts of
 * many.
 *
 * <p>In: how attempts and parts ended, and when. Out: how long to wait before a hedge and whether there is one to
 * spend; which part of a fetch to begin, and which to cancel. After Dean and Barroso, "The Tail at Scale" (CACM 2013),
 * Finagle's backup requests, and Brooker et al., "On-demand Container Loading in AWS Lambda" (USENIX ATC 2023).
 */
package io.goodput.hedge;
