/**
 * Data cut into shards of which some may be missing.
 *
 * <p>In: bytes. Out: shards, and the bytes again from enough of them, or an exception: never other bytes. What a fetch
 * of some parts of many is good for; after Brooker et al., "On-demand Container Loading in AWS Lambda" (USENIX ATC
 * 2023), which stores each piece as 4 of 5.
 */
package io.goodput.erasure;
