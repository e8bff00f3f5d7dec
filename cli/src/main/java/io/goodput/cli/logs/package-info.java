/**
 * {@code goodput logs}: questions to the records of telemetry. In: files and folders of records, and what is asked.
 * Out: an answer as text, as JSON or as a page.
 */
package io.goodput.cli.logs;
