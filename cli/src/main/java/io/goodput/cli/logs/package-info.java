/** {@code goodput logs}: asks questions of the records that telemetry wrote. */
package io.goodput.cli.logs;
