/**
 * What the process itself uses, beside what it does: processors, heap, pauses, threads, descriptors, sockets and disk.
 * Read every ten seconds, told as levels and written as records.
 */
package io.goodput.telemetry.process;
