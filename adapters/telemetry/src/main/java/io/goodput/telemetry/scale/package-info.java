/** Times in buckets: where one lies, and what quantiles a row of buckets has. */
package io.goodput.telemetry.scale;
