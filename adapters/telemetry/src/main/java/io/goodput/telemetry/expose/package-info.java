/**
 * Series in the formats of others: the text that Prometheus reads, and the lines that CloudWatch reads. Writers alone:
 * who serves them, or sends them, brings the way.
 */
package io.goodput.telemetry.expose;
